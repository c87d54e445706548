package org.ranvier.core.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreSpec;
import org.ranvier.core.cpu.ExecutionMonitor;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.doubles.TestChip;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fault.FaultKind;
import org.ranvier.core.fault.FaultPlan;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/** Each kind of fault changes what it says, in the cycle that it says, and nothing else. */
class ChipFaultsTest {
    private static final String STORE = """
            .mem v s16 [8]
            .mem t s32 [2][3]
            .on X = s.st v, key, pay
            """;

    private static final String ARRAY = """
            .array W s16 [4][3]
            .mem x,rows bit [4]
            .mem up,none bit [3]
            .mem u,acc s32 [3]
            .mem b s32 [4]
            .on PHASE0 tick
            tick: b.fill rows, #1
                  b.fill up, #1
                  a.pulse W, rows, up, none
                  a.fwd u, W, rows
                  a.bwd b, W, up, none
                  bar
            """;

    private static TestChip chip(final String... faults) {
        return new TestChip(CoreSpec.DEFAULT, FaultPlan.parse(List.of(faults)));
    }

    /** The host sends keys 0..n-1 in LOAD, payload 10 (key + 1), one a cycle; they arrive from cycle FIRST on. */
    private static Core storing(final TestChip chip, final int packets) {
        final Core core = chip.add(STORE, new RouteTable());
        final int route = chip.fabric.route(TestChip.host(), 0);
        chip.chip.host().driver((event, tick, port) -> {
            for (int i = 0; event == CoreEvent.LOAD && i < packets; i++) {
                port.queue(route, chip.kind("X"), i, 10 * (i + 1));
            }
        });
        return core;
    }

    /** The cycles in which a core takes packets. */
    private static List<Long> arrivals(final TestChip chip, final Core core) {
        final List<Long> cycles = new ArrayList<>();
        core.execution(new ExecutionMonitor() {
            @Override
            public void received(final Core from, final long packet, final long cycle) {
                cycles.add(cycle);
            }
        });
        chip.chip.runSample(1);
        return cycles;
    }

    private static List<Long> soundArrivals() {
        final TestChip chip = chip();
        return arrivals(chip, storing(chip, 5));
    }

    private static String line(final TestChip chip) {
        assertThat(chip.chip.faults().events()).hasSize(1);
        return chip.chip.faults().events().get(0).line();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "v[1].bit0; v; 0; 1; 20 -> 21",
                "v[1].bit15; v; 0; 1; 20 -> -32748",
                "t[1,2].bit31; t; 1; 2; 0 -> -2147483648",
                "t; t; 0; 0; 0 -> 1"
            })
    void shouldFlipOneBit(
            final String place, final String region, final int row, final int column, final String change) {
        final TestChip chip = chip("flip-bit@" + (soundArrivals().get(4) + 1) + ":core[0]." + place);
        final Core core = storing(chip, 5);

        chip.chip.runSample(1);

        for (final String name : List.of("v", "t")) {
            for (int i = 0; i < core.region(name).spec().rows(); i++) {
                for (int j = 0; j < core.region(name).spec().columns(); j++) {
                    final int sound = name.equals("v") && j < 5 ? 10 * (j + 1) : 0;
                    final boolean struck = name.equals(region) && i == row && j == column;
                    final int value = core.region(name).get(i, j);
                    assertThat(value == sound).isNotEqualTo(struck);
                    if (struck) {
                        assertThat(line(chip)).endsWith(sound + " -> " + value).endsWith(change);
                    }
                }
            }
        }
    }

    @Test
    void shouldFlipBeforeAnythingElseInTheCycle() {
        final List<Long> arrivals = soundArrivals();
        for (int offset = 0; offset <= 1; offset++) {
            final TestChip chip = chip("flip-bit@" + (arrivals.get(2) + offset) + ":core[0].v[2].bit0");
            final Core core = storing(chip, 5);

            chip.chip.runSample(1);

            // Before the packet is stored, the flip is overwritten; one cycle later it is not.
            assertThat(core.region("v").get(0, 2)).isEqualTo(30 + offset);
            assertThat(line(chip)).contains("in cycle " + (arrivals.get(2) + offset));
        }
    }

    @Test
    void shouldLoseTheFirstPacketFromTheCycleOn() {
        final TestChip chip = chip("drop-packet@" + soundArrivals().get(2));
        final Core core = storing(chip, 5);

        chip.chip.runSample(1);

        assertThat(core.region("v").cells()[0]).containsExactly(10, 20, 0, 40, 50, 0, 0, 0);
        assertThat(line(chip)).endsWith("at core[0]: X key 2 payload 30 -> lost");
        assertThat(chip.chip.faults().pending()).isEmpty();
    }

    @Test
    void shouldDelayAFlitAndWhatIsBehindIt() {
        final List<Long> sound = soundArrivals();
        final TestChip chip = chip("late-flit@" + sound.get(2) + ":X=20");
        final Core core = storing(chip, 5);

        final List<Long> late = arrivals(chip, core);

        assertThat(late.subList(0, 2)).isEqualTo(sound.subList(0, 2));
        assertThat(late.get(2)).isEqualTo(sound.get(2) + 20);
        assertThat(late.subList(3, 5)).containsExactly(late.get(2) + 1, late.get(2) + 2);
        assertThat(core.region("v").cells()[0]).containsExactly(10, 20, 30, 40, 50, 0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"0, 2, 31", "32, 3, 30", "33, 0, 30"})
    void shouldCorruptOneBit(final int bit, final int key, final int payload) {
        final TestChip chip = chip("corrupt-packet@" + soundArrivals().get(2) + ":core[0].X=bit" + bit);
        final Core core = storing(chip, 3);

        chip.chip.runSample(1);

        assertThat(core.region("v").get(0, key)).isEqualTo(payload);
        assertThat(line(chip)).endsWith("X key 2 payload 30 -> X key " + key + " payload " + payload);
    }

    @Test
    void shouldLoseWhatNoWordAnswers() {
        final TestChip chip = chip("corrupt-packet@0=bit47");
        final Core core = storing(chip, 3);

        chip.chip.runSample(1);

        assertThat(core.region("v").cells()[0]).containsExactly(0, 20, 30, 0, 0, 0, 0, 0);
        assertThat(chip.chip.faults().lostAccesses()).isEqualTo(1);
    }

    @Test
    void shouldKeepAStuckDevice() {
        final TestChip chip = chip("stuck-device@0:core[0].array[2,1]", "stuck-device@0:core[0].array[3,0]=max");
        final Core core = chip.add(ARRAY, new RouteTable());
        chip.chip.array(0).weight(2, 1, 7);

        chip.chip.runSample(2);

        assertWeights(
                chip.chip.array(0), new int[][] {{200, 200, 200}, {200, 200, 200}, {200, 7, 200}, {32767, 200, 200}});
        assertThat(core.region("u").cells()[0]).containsExactly(33367, 607, 800);
        assertThat(chip.chip.faults().events().get(0).line())
                .isEqualTo("stuck-device in cycle 0 at core[0].array[2,1]: 7 -> stuck at 7");
    }

    @Test
    void shouldKillARowAndAColumn() {
        final TestChip chip = chip("dead-row@0:core[0].array[2]", "dead-column@0:core[0].array[1]");
        final Core core = chip.add(ARRAY, new RouteTable());
        chip.chip.array(0).weight(2, 0, 7);

        chip.chip.runSample(1);

        assertWeights(chip.chip.array(0), new int[][] {{100, 0, 100}, {100, 0, 100}, {0, 0, 0}, {100, 0, 100}});
        assertThat(core.region("u").cells()[0]).containsExactly(300, 0, 300);
        assertThat(core.region("b").cells()[0]).containsExactly(200, 200, 0, 200);
        assertThat(chip.chip.array(0).coincidences()).isEqualTo(6);
    }

    private static void assertWeights(final SynapseArray array, final int[][] weights) {
        for (int row = 0; row < weights.length; row++) {
            for (int column = 0; column < weights[row].length; column++) {
                assertThat(array.weight(row, column)).isEqualTo(weights[row][column]);
            }
        }
    }

    @Test
    void shouldHoldWordsAgainstLanesAndScalars() {
        final TestChip chip = chip("stuck-device@0:core[0].array[1,0]", "dead-row@0:core[0].array[3]");
        chip.add("""
                .array W s16 [4][3]
                .mem one s16 [3]
                .on PHASE0 tick
                tick: v.mov one, #1
                      s.mov r1, #1
                      v.add W[r1], W[r1], one
                      s.mov r2, #3
                      v.add W[r2], W[r2], one
                      v.add one, one, W[r2]
                      s.st  W[r2], #0, #9
                      bar
                """, new RouteTable());
        chip.chip.array(0).weight(1, 0, 7);

        chip.chip.runSample(1);

        assertWeights(chip.chip.array(0), new int[][] {{0, 0, 0}, {7, 1, 1}, {0, 0, 0}, {0, 0, 0}});
        assertThat(chip.chip.cores().get(0).region("one").cells()[0]).containsExactly(1, 1, 1);
    }

    @Test
    void shouldStrikeTheFirstRowThatIsDriven() {
        final TestChip chip = chip("dead-row@0");
        chip.add(ARRAY.replace("b.fill rows, #1", "b.set rows, #2"), new RouteTable());

        chip.chip.runSample(1);

        assertThat(line(chip)).contains("core[0].array[2]");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 9, 20, 30, 40, 1000})
    void shouldLetADeadCoreAnswerTheBarrier(final long cycle) {
        final SmallNetwork sound = new SmallNetwork();
        final SmallNetwork network = new SmallNetwork(FaultPlan.parse(List.of("dead-core@" + cycle + ":core[1]")));

        for (int sample = 0; sample < 3; sample++) {
            sound.chip.chip.runSample(6);
            network.chip.chip.runSample(6);
        }

        assertThat(network.left.packetsSent()).isLessThanOrEqualTo(sound.left.packetsSent());
        assertThat(network.source.packetsSent()).isEqualTo(sound.source.packetsSent());
        assertThat(network.chip.chip.faults().counts()).containsEntry(FaultKind.DEAD_CORE, 1L);
        assertThat(network.chip.chip.host().received().size()).isEqualTo(1);
    }

    @Test
    void shouldSayWhatHasNotHappened() {
        final TestChip chip = chip("flip-bit@100000", "drop-packet@0:host");
        storing(chip, 3);

        chip.chip.runSample(1);

        assertThat(chip.chip.faults().events()).isEmpty();
        assertThat(chip.chip.faults().pending()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "flip-bit@0:core[3]; one of core[0]",
                "flip-bit@0:core[0].w; one of v, t",
                "flip-bit@0:core[0].v[8]; column of core[0].v: 8 is not allowed, expected 0..7",
                "flip-bit@0:core[0].t[2,0]; row of core[0].t: 2 is not allowed, expected 0..1",
                "flip-bit@0:core[0].v[0].bit16; bit of core[0].v: 16 is not allowed, expected 0..15",
                "drop-packet@0:Y; one of X",
                "late-flit~.1:core[7].X; one of core[0]",
                "dead-row@0; a synapse array is not allowed, expected a chip that has one",
                "dead-core@0:core[1]; one of core[0]"
            })
    void shouldSayWhatExists(final String fault, final String message) {
        final TestChip chip = chip(fault);
        storing(chip, 3);

        assertThatThrownBy(() -> chip.chip.runSample(1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldGoOnFromASavedStateAsIfNothingHadHappened() {
        final FaultPlan plan = FaultPlan.parse(List.of(
                "flip-bit~0.001",
                "drop-packet~0.05",
                "late-flit~0.05",
                "corrupt-packet~0.05",
                "stuck-device~0.1=max",
                "dead-row~0.05",
                "dead-column@800:core[2].array[3]",
                "dead-core@1500:core[1]"));
        final SmallNetwork whole = new SmallNetwork(plan);
        final SmallNetwork half = new SmallNetwork(plan);
        for (int sample = 0; sample < 4; sample++) {
            whole.chip.chip.runSample(6);
            if (sample < 2) {
                half.chip.chip.runSample(6);
            }
        }
        final SmallNetwork rest = new SmallNetwork(plan);
        rest.chip.chip.restore(new StateReader(image(half)));
        rest.chip.chip.runSample(6);
        rest.chip.chip.runSample(6);

        assertThat(image(rest)).isEqualTo(image(whole));
        assertThat(rest.chip.chip.faults().events())
                .isEqualTo(whole.chip.chip.faults().events());
        assertThat(whole.chip.chip.faults().counts().values()).allMatch(count -> count > 0);
    }

    private static byte[] image(final SmallNetwork network) {
        final StateWriter out = new StateWriter();
        network.chip.chip.save(out);
        return out.toByteArray();
    }

    @Test
    void shouldStrikeAsOftenAsTheRateSays() {
        final TestChip chip = chip("drop-packet~0.2", "flip-bit~0.01", "stuck-device~0.3");
        chip.add(".array W s8 [200][50]\n.mem m u8 [1000]\n.on X = s.st m, key, pay", new RouteTable());
        final int route = chip.fabric.route(TestChip.host(), 0);
        chip.chip.host().driver((event, tick, port) -> {
            for (int i = 0; event == CoreEvent.LOAD && i < 1000; i++) {
                port.queue(route, chip.kind("X"), i, i);
            }
        });

        chip.chip.runSample(1);

        // Five standard deviations of binomial counts.
        assertBinomial(chip, FaultKind.DROP_PACKET, 1000, 0.2);
        assertBinomial(chip, FaultKind.FLIP_BIT, 8 * (10_000 + 1000), 0.01);
        assertBinomial(chip, FaultKind.STUCK_DEVICE, 10_000, 0.3);
    }

    private static void assertBinomial(final TestChip chip, final FaultKind kind, final int trials, final double rate) {
        final double count = chip.chip.faults().counts().get(kind);
        assertThat(Math.abs(count - trials * rate)).isLessThan(5 * Math.sqrt(trials * rate * (1 - rate)));
    }
}
