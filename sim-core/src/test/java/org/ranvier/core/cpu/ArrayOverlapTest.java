package org.ranvier.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.doubles.TestChip;
import org.ranvier.core.isa.CoreEvent;

/** What waits for the array, and for how long. The array has 8 rows of 4 accesses; reading all takes 32 cycles. */
class ArrayOverlapTest {
    private static final String HEAD = """
            .mem u,v,w,d s32 [32]
            .mem b,x s32 [8]
            .mem in bit [8]
            .mem g,none bit [32]
            .array W s32 [8][32]
            .on SAMPLE init
            .on PHASE0 tick
            .on X = a.acc w, W, #1
            init: b.fill in, #1
                  b.fill g, #1
                  v.mov x, #1
                  v.mov d, #1
                  bar
            tick:
            .probe start u
            """;

    private static final String TAIL = """

            .probe end u
                  bar
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // first; second; cycles from the first to the one after the second: wait + duration
                "a.fwd u, W, in;     v.mov v, #0;       1 + 4",
                "a.fwd u, W, in;     v.mov u, #0;       32 + 4",
                "a.fwd u, W, in;     v.mov v, u;        32 + 8",
                "a.fwd u, W, in;     c.gt g, u, #0;     32 + 5",
                "a.fwd u, W, in;     r.sum r1, u;       32 + 8",
                "a.fwd u, W, in;     s.ld r1, u, #0;    32 + 1",
                "a.fwd u, W, in;     s.mov r1, #0;      1 + 1",
                "a.fwd u, W, in;     b.fill in, #0;     1 + 1",
                "a.fwd u, W, in;     v.mov v, W[r0];    32 + 8",
                "a.fwd u, W, in;     a.fwd v, W, none8; 32 + 1",
                "a.bwd b, W, g, none;  s.ld r1, b, #0;  32 + 1",
                "a.bwd b, W, g, none;  v.mov u, #0;     1 + 4",
                "a.pulse W, in, g, none; v.mov u, #0;     1 + 4",
                "a.pulse W, in, g, none; v.mov W[r0], #0; 64 + 4",
                "a.pulse W, in, none, none; v.mov W[r0], #0; 1 + 4",
                "a.acc u, W, #3;     v.mov u, #0;       4 + 4",
                "a.fwdv u, W, x, #0; v.mov v, u;        32 + 8",
                "a.bwdv b, W, d, #0; s.ld r1, b, #0;    32 + 1",
                "a.upd W, x, d, #1;  v.mov u, #0;       1 + 4",
                "a.upd W, x, d, #1;  v.mov W[r0], #0;   64 + 4",
            })
    void shouldWaitForWhatTheArrayOwes(final String first, final String second, final String cycles) {
        final TestChip chip = new TestChip(CoreSpec.DEFAULT);
        final Core core = chip.add(
                HEAD.replace(".mem in bit", ".mem none8,in bit") + first + "\n" + second + TAIL, new RouteTable());
        final Map<String, List<Long>> probes = TestChip.probeCycles(core);

        chip.chip.runSample(1);

        final String[] terms = cycles.split(" \\+ ");
        assertThat(probes.get("end").get(0) - probes.get("start").get(0))
                .isEqualTo(Integer.parseInt(terms[0]) + Integer.parseInt(terms[1]));
        assertThat(core.activity().arrayStall()).isEqualTo(Integer.parseInt(terms[0]) - 1);
    }

    @ParameterizedTest
    @CsvSource({"u, 32", "w, 36"})
    void shouldKeepOwingTheReadWhenPacketAccumulatesBehindIt(final String region, final int ready) {
        // The packet is sent at the release and taken 1 + 9 cycles later, 6 cycles after the read has begun.
        final TestChip chip = new TestChip(CoreSpec.DEFAULT, 1, 9, 4, 4, 1, 0);
        final Core core = chip.add(
                HEAD + "a.fwd u, W, in\n s.div r1, r1, #1\n s.ld r1, " + region + ", #0" + TAIL, new RouteTable());
        final int route = chip.fabric.route(TestChip.host(), 0);
        chip.chip.host().driver((event, tick, port) -> {
            if (event == CoreEvent.PHASE0) {
                port.queue(route, chip.kind("X"), 0, 0);
            }
        });
        final Map<String, List<Long>> probes = TestChip.probeCycles(core);
        chip.chip.array(0).weight(1, 5, 9);

        chip.chip.runSample(1);

        assertThat(core.region("w").get(0, 5)).isEqualTo(9);
        assertThat(probes.get("end").get(0) - probes.get("start").get(0)).isEqualTo(ready + 1);
    }
}
