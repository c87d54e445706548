package org.ranvier.core.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreSpec;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.doubles.TestChip;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.ModelViolationException;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.packet.Packet;

/** Samples, barriers and epochs. */
class ChipTest {
    private static final CoreSpec TIGHT = new CoreSpec(131_072, 16, 256, 1, 1, 1, 4, 2, 1, 16, 4, 4, 1);

    @Test
    void shouldReleaseEventsInTheOrderOfASample() {
        final TestChip chip = new TestChip(CoreSpec.DEFAULT, 2, 1, 4, 4, 3, 0);
        final List<String> steps = new ArrayList<>();
        chip.chip.host().driver((event, tick, port) -> steps.add(event + " " + tick));
        chip.add(".mem v s32 [1]", new RouteTable());

        chip.chip.runSample(2);

        assertThat(steps)
                .containsExactly("SAMPLE -1", "LOAD -1", "PHASE0 0", "PHASE1 0", "PHASE0 1", "PHASE1 1", "DRAIN 1");
        // Nobody has work: 8 releases, the halt included, 3 cycles each.
        assertThat(chip.chip.cycle()).isEqualTo(24);
        assertThat(chip.barrier.releases()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "1, SAMPLE -1 LOAD -1 PHASE0 0 PHASE0 1 DRAIN 1 SAMPLE -1 LOAD -1 PHASE0 0 DRAIN 0",
        "2, SAMPLE -1 LOAD -1 PHASE0 0 PHASE1 0 PHASE0 1 PHASE1 1 DRAIN 1 SAMPLE -1 LOAD -1 PHASE0 0 PHASE1 0 DRAIN 0"
    })
    void shouldDrainAfterTheTickInWhichACoreStops(final int phases, final String expected) {
        final TestChip chip = new TestChip(CoreSpec.DEFAULT, phases, 1, 4, 4, 3, 1);
        final List<String> steps = new ArrayList<>();
        chip.chip.host().driver((event, tick, port) -> steps.add(event + " " + tick));
        chip.add(".mem v s32 [1]", new RouteTable());
        chip.add("""
                .on SAMPLE begin
                .on PHASE0 tick
                begin: s.mov r1, #0
                       bar
                tick:  s.add r1, r1, #1
                       beq   r1, #2, out
                       bar
                out:   stop
                """, new RouteTable());

        chip.chip.runSample(5);
        chip.chip.runSample(1);

        assertThat(String.join(" ", steps)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 50})
    void shouldSendEpochOfTickPlusOneWhateverTheSkew(final int skew) {
        final TestChip chip = new TestChip(CoreSpec.DEFAULT, 1, 2, 4, 4, 2, skew);
        final RouteTable routes = chip.route(new RouteTable(), "X", 0, 1, TestChip.host());
        chip.add("""
                .on LOAD load
                .on PHASE0 tick
                .on DRAIN drain
                load:  p.send X, #9, #0
                       bar
                tick:  p.send X, r1, r1
                       s.add  r1, r1, #1
                       bar
                drain: p.send X, #8, #0
                       bar
                """, routes);
        final Core receiver = chip.add(".mem e s32 [10]\n.on X = s.st e, key, ep", new RouteTable());
        receiver.region("e").cells()[0][9] = -1;

        chip.chip.runSample(5);

        assertThat(receiver.region("e").cells()[0]).containsExactly(1, 0, 1, 0, 1, 0, 0, 0, 1, 0);
        assertThat(chip.chip.host().received().stream().map(Packet::epoch)).containsExactly(0, 1, 2, 3, 0, 1, 1);
        assertThat(chip.chip.host().received().stream().map(Packet::sample)).containsOnly(1);
        chip.chip.runSample(1);
        assertThat(chip.chip.host().received().stream().map(Packet::sample)).containsOnly(2);
    }

    @Test
    void shouldArriveByPacketHandlerWhenEventHandlerEndsWithoutBar() {
        final TestChip chip = new TestChip(CoreSpec.DEFAULT);
        final Core core = chip.add("""
                .on PHASE0 tick
                .on X x
                tick: p.send X, #1, #1
                      end
                x:    s.add r1, r1, #1
                      bar
                """, chip.route(new RouteTable(), "X", 0, 0));

        chip.chip.runSample(3);

        assertThat(core.register(1)).isEqualTo(3);
        assertThat(core.isQuiet()).isTrue();
    }

    @Test
    void shouldRefuseSecondArrivalInAStep() {
        final TestChip chip = new TestChip(CoreSpec.DEFAULT);
        chip.add(
                ".on PHASE0 tick\n.on X x\ntick: p.send X, #1, #1\n bar\nx: bar",
                chip.route(new RouteTable(), "X", 0, 0));

        assertThatThrownBy(() -> chip.chip.runSample(3))
                .isInstanceOf(ModelViolationException.class)
                .hasMessageContaining(
                        "core[0]: arrives at the barrier twice, second time in 'bar' at address 2 (line 5)");
    }

    @Test
    void shouldNameCycleMissingMembersAndBlockedPortsWhenNothingCanMove() {
        final TestChip chip = new TestChip(TIGHT, 1, 1, 1, 1, 1, 0);
        final String source = """
                .mem all bit [20]
                .on PHASE0 tick
                .on X x
                tick: b.fill all, #1
                      p.each X, all
                      bar
                x:    end
                """;
        chip.add(source, chip.route(new RouteTable(), "X", 0, 1));
        chip.add(source, chip.route(new RouteTable(), "X", 1, 0));
        chip.add(".mem v s32 [1]", new RouteTable());

        // Each has one packet in the event queue, in the in-queue, refused, and in the out-queue.
        assertThatThrownBy(() -> chip.chip.runSample(3))
                .isInstanceOf(ModelViolationException.class)
                .hasMessageStartingWith(
                        "cycle " + chip.chip.cycle() + ", chip: no progress in tick 0: 2 members have not"
                                + " arrived, 8 packets not handled, 4 of them in the fabric; core[0] (test0.asm): blocked,"
                                + " out-queue full in 'p.each' at address 1 (line 5), in-queue 1, event queue 1, port blocked;"
                                + " core[1] (test1.asm): blocked")
                .hasMessageNotContaining("core[2]");
        assertThat(chip.chip.cycle()).isPositive();
    }

    @Test
    void shouldStopWhenSampleExceedsTheCycleLimit() {
        final TestChip chip = new TestChip(CoreSpec.DEFAULT);
        chip.add(".on PHASE0 tick\ntick: jmp tick", new RouteTable());
        chip.chip.cycleLimit(1000);

        assertThatThrownBy(() -> chip.chip.runSample(3))
                .isInstanceOf(ModelViolationException.class)
                .hasMessageContaining("the sample takes more than 1000 cycles")
                .hasMessageContaining("core[0] (test0.asm): running 'jmp' at address 0 (line 2)");
    }

    @Test
    void shouldNameAddressAndLineWhenIndexIsOutOfRange() {
        final TestChip chip = new TestChip(CoreSpec.DEFAULT);
        chip.add(".mem m s32 [2][3]\n.on PHASE0 tick\ntick: s.mov r1, #2\n\n v.mov m[r1], #0\n bar", new RouteTable());

        assertThatThrownBy(() -> chip.chip.runSample(3))
                .isInstanceOf(ModelViolationException.class)
                .hasMessageContaining("core[0]: 'v.mov' at address 1 (line 5): Index 2 out of bounds for length 2");
    }

    @Test
    void shouldSendEverythingInOrderWhenHostMeetsBackPressure() {
        final TestChip chip = new TestChip(TIGHT, 1, 3, 2, 1, 1, 0);
        final Core core = chip.add(".mem log s32 [100]\n.on X = s.st log, key, pay", new RouteTable());
        final int route = chip.fabric.route(TestChip.host(), 0);
        chip.chip.host().driver((event, tick, port) -> {
            for (int i = 0; event == CoreEvent.LOAD && i < 100; i++) {
                port.queue(route, chip.kind("X"), i, i + 1);
            }
        });

        chip.chip.runSample(1);

        final int[] expected = new int[100];
        Arrays.setAll(expected, i -> i + 1);
        assertThat(core.region("log").cells()[0]).containsExactly(expected);
        // 100 packets, one every 3 cycles, the first 4 cycles after the release of LOAD in cycle 2; then 4 releases.
        assertThat(chip.chip.cycle()).isEqualTo(2 + 4 + 99 * 3 + 4 - 1);
    }

    @Test
    void shouldRefuseKeyThatDoesNotFitAPacket() {
        final TestChip chip = new TestChip(CoreSpec.DEFAULT);
        chip.chip.host().driver((event, tick, port) -> port.queue(0, 0, 65_536, 0));

        assertThatThrownBy(() -> chip.chip.runSample(1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("packet.key")
                .hasMessageContaining("65536");
    }
}
