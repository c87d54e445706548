package org.ranvier.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.doubles.TestChip;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.error.ModelViolationException;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.packet.Packet;

/** How packets are taken in: inline, by a handler, or not yet. */
class ReceiveUnitTest {
    private static final CoreSpec TIGHT = new CoreSpec(131_072, 16, 256, 1, 1, 1, 4, 2, 1, 16, 4, 4, 1);

    /** The host sends keys 0..n-1 in LOAD, payload 10 x key. */
    private static void hostSends(final TestChip chip, final String kind, final int packets) {
        final int route = chip.fabric.route(TestChip.host(), 0);
        final int number = chip.kind(kind);
        chip.chip.host().driver((event, tick, port) -> {
            for (int i = 0; event == CoreEvent.LOAD && i < packets; i++) {
                port.queue(route, number, i, 10 * i);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"= s.st v, key, pay; 0", "'store\nstore: s.st v, key, pay\n end'; 7"})
    void shouldStoreTheSameWhetherInlineOrHandled(final String handler, final long dispatches) {
        final TestChip chip = new TestChip(CoreSpec.DEFAULT);
        final Core core = chip.add(".mem v s32 [8]\n.on X " + handler, new RouteTable());
        hostSends(chip, "X", 7);

        chip.chip.runSample(1);

        assertThat(core.region("v").cells()[0]).containsExactly(0, 10, 20, 30, 40, 50, 60, 0);
        assertThat(chip.count("core[0]", EnergyPhase.CONTROL, "sequencer.dispatch"))
                .isEqualTo(dispatches);
        assertThat(chip.count("core[0]", EnergyPhase.COMMUNICATION, "queue.pop"))
                .isEqualTo(7);
        assertThat(chip.count("core[0]", EnergyPhase.COMMUNICATION, "sequencer.instruction"))
                .isEqualTo(7 - dispatches);
    }

    @Test
    void shouldKeepFieldsOfPacketInHandWhenInlineHandlersRunBetween() {
        final TestChip chip = new TestChip(CoreSpec.DEFAULT);
        final Core core = chip.add("""
                .mem slow,fast s32 [4]
                .on X x
                .on Y = s.st fast, key, pay
                x:    s.div r1, r1, #1
                      s.st  slow, key, pay
                      end
                """, new RouteTable());
        final int route = chip.fabric.route(TestChip.host(), 0);
        chip.chip.host().driver((event, tick, port) -> {
            if (event == CoreEvent.LOAD) {
                port.queue(route, chip.kind("X"), 2, 22);
                port.queue(route, chip.kind("Y"), 3, 33);
            }
        });

        chip.chip.runSample(1);

        assertThat(core.region("slow").cells()[0]).containsExactly(0, 0, 22, 0);
        assertThat(core.region("fast").cells()[0]).containsExactly(0, 0, 0, 33);
    }

    @Test
    void shouldRefuseAndResumeInOrderWhenQueuesAreFull() {
        final TestChip chip = new TestChip(TIGHT, 1, 1, 4, 2, 1, 0);
        final Core core = chip.add("""
                .mem log s32 [16]
                .on X x
                x:    s.div r2, r2, #1
                      s.st  log, r1, key
                      s.add r1, r1, #1
                      end
                """, new RouteTable());
        hostSends(chip, "X", 12);

        chip.chip.runSample(1);

        assertThat(Arrays.copyOf(core.region("log").cells()[0], 12))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        // One packet in hand, one event, one in the in-queue: the fourth and all after it are refused at first.
        assertThat(chip.fabric.refusals()).isEqualTo(9);
        assertThat(chip.chip.barrier().outstanding()).isZero();
    }

    @Test
    void shouldTakeOnePacketPerInlineDurationWhenInlineIsSlow() {
        final TestChip chip = new TestChip(CoreSpec.DEFAULT);
        final Core core = chip.add("""
                .mem u s32 [64]
                .on LOAD go
                .on X = v.add u, u, pay
                .probe load u
                go:   bar
                .on PHASE0 tick
                .probe tick u
                tick: bar
                """, new RouteTable());
        hostSends(chip, "X", 3);
        final Map<String, List<Long>> probes = TestChip.probeCycles(core);

        chip.chip.runSample(1);

        assertThat(core.region("u").get(0, 63)).isEqualTo(30);
        // LOAD is released 4 cycles before its first instruction; the host sends in that cycle, its first packet
        // arrives 2
        // cycles later. u has 2048 bits: v.add takes 8 + 8 beats. The barrier sees the end of the third one and
        // releases in
        // the next cycle; dispatch takes 4.
        final long release = probes.get("load").get(0) - 4;
        assertThat(probes.get("tick")).containsExactly(release + 2 + 3 * 16 - 1 + 1 + 4);
    }

    @Test
    void shouldDropPacketsOfAClosedSampleAndTakeThoseOfTheNext() {
        final TestChip chip = new TestChip(CoreSpec.DEFAULT);
        final Core core = chip.add("""
                .mem v,ids s32 [8]
                .reg n=r1
                .on X = s.inc v, key, #1
                .on CUT = close
                .on PHASE0 note
                .on DRAIN note
                note: s.st  ids, n, sid
                      s.add n, n, #1
                      bar
                """, new RouteTable());
        final int route = chip.fabric.route(TestChip.host(), 0);
        chip.chip.host().driver((event, tick, port) -> {
            if (event == CoreEvent.PHASE0) {
                for (int key = 0; key < 5; key++) {
                    port.queue(route, chip.kind(key == 3 ? "CUT" : "X"), key, 0);
                }
            }
        });

        chip.chip.runSample(1);
        assertThat(core.region("v").cells()[0]).containsExactly(1, 1, 1, 0, 0, 0, 0, 0);
        chip.chip.runSample(1);

        assertThat(core.region("v").cells()[0]).containsExactly(2, 2, 2, 0, 0, 0, 0, 0);
        assertThat(core.region("ids").cells()[0]).containsExactly(1, -1, 2, -1, 0, 0, 0, 0);
        assertThat(core.stalePackets()).isEqualTo(2);
        assertThat(chip.count("core[0]", EnergyPhase.COMMUNICATION, "queue.stale"))
                .isEqualTo(2);
        assertThat(chip.chip.barrier().outstanding()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"5, 5, false", "5, 6, true", "6, 5, false", "3, 4, true", "4, 3, false", "7, 9, true"})
    void shouldCompareSampleIdsAcrossTheirWrap(final int packet, final int sample, final boolean older) {
        assertThat(Packet.isOlder(Packet.of(1, packet, 0, 0, 0), sample)).isEqualTo(older);
    }

    @Test
    void shouldNameKindAndKeyWhenNobodyHandlesIt() {
        final TestChip chip = new TestChip(CoreSpec.DEFAULT);
        chip.kind("OTHER");
        chip.add(".mem v s32 [8]", new RouteTable());
        hostSends(chip, "OTHER", 1);

        assertThatThrownBy(() -> chip.chip.runSample(1))
                .isInstanceOf(ModelViolationException.class)
                .hasMessageContaining("core[0]: no handler for packet kind OTHER (key 0)");
    }

    @Test
    void shouldNameKindWhenInlineIndexIsOutOfRange() {
        final TestChip chip = new TestChip(CoreSpec.DEFAULT);
        chip.add(".mem v bit [3]\n.on X = b.set v, key", new RouteTable());
        hostSends(chip, "X", 4);

        assertThatThrownBy(() -> chip.chip.runSample(1))
                .isInstanceOf(ModelViolationException.class)
                .hasMessageContaining("core[0]: inline handler of X: Index 3 out of bounds for length 3");
    }
}
