package org.ranvier.core.chip;

import java.util.List;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreSpec;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.doubles.TestChip;
import org.ranvier.core.fault.FaultPlan;
import org.ranvier.core.isa.CoreEvent;

/** Three cores that touch everything which carries state: registers, memory, random lanes, arrays, packets, stalls. */
final class SmallNetwork {
    private static final String SOURCE = """
            .mem  p s32 [40]
            .mem  RS s32 [40]
            .mem  s bit [40]
            .seed RS 1
            .on PHASE0 tick
            .on IMG = s.st p, key, pay
            tick: x.bern s, RS, p, #20
                  p.each SPK, s
                  bar
            """;

    private static final String LAYER = """
            .param OFF=0
            .array W s16 [40][24]
            .mem  lp bit [2][40]
            .mem  u s32 [24]
            .mem  RU,noise s32 [24]
            .mem  f,none bit [24]
            .mem  acc s32 [24]
            .seed RU 2+OFF
            .reg  rd=r1
            .on PHASE0 tick
            .on DRAIN drain
            .on SPK = b.set lp[ep], key
            .on ACK = a.acc acc, W, pay
            .on BACK back
            back: s.add r5, r5, key
                  end
            tick: a.fwd u, W, lp[rd]
                  x.rnd noise, RU, #8
                  v.add u, u, noise
                  c.gt  f, u, #100
                  a.pulse W, lp[rd], f, none
                  b.fill lp[rd], #0
                  p.eachv ACK, f, #3
                  p.each BACK, f
                  s.incm rd, #2
                  bar
            drain: r.max r6, r7, acc
                  p.send RES, r7, r6
                  bar
            """;

    final TestChip chip;
    final Core source;
    final Core left;
    final Core right;

    SmallNetwork() {
        this(FaultPlan.NONE);
    }

    SmallNetwork(final FaultPlan faults) {
        chip = new TestChip(CoreSpec.DEFAULT, 1, 3, 2, 2, 2, 3, faults);
        source = chip.add(SOURCE, chip.route(new RouteTable(), "SPK", 0, 1, 2));
        left = chip.add(LAYER, routes(1, 2));
        right = chip.add(LAYER.replace("OFF=0", "OFF=1"), routes(2, 1));
        final int route = chip.fabric.route(TestChip.host(), 0);
        final int image = chip.kind("IMG");
        chip.chip.host().driver((event, tick, port) -> {
            if (event == CoreEvent.LOAD) {
                for (int i = 0; i < 40; i++) {
                    port.queue(route, image, i, i << 14);
                }
            }
        });
    }

    private RouteTable routes(final int from, final int to) {
        final RouteTable routes = chip.route(new RouteTable(), "ACK", from, to);
        chip.route(routes, "BACK", from, to);
        return chip.route(routes, "RES", from, TestChip.host());
    }

    List<Core> cores() {
        return List.of(source, left, right);
    }
}
