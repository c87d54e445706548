package org.ranvier.testbench.parallel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.SampleSequencer;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.core.parallel.RoundRunner;
import org.ranvier.programs.chip.ChipFactory;
import org.ranvier.programs.chip.ChipSpec;

/** A chip on which every core talks to random others, by unicast and multicast, and what it has heard depends on the order. */
public final class TalkingChip implements FabricMonitor {
    public static final String TALK = """
            .param STREAM=0 WAIT=0 BAD=1000000
            .mem  acc s32 [24]
            .mem  RS s32 [24]
            .mem  s bit [24]
            .seed RS STREAM
            .reg  t=r7
            .on PHASE0 tick
            .on PHASE1 tock
            .on DRAIN drain
            .on SPK = s.inc acc, key, pay
            .on ODD odd
            odd:  s.mul r5, r5, #3, #0
                  s.xor r5, r5, key
                  s.add r5, r5, pay
                  s.and r5, r5, #65535
                  end
            tick: s.add t, t, #1
                  s.mov r1, #0
            wait: loop r1, #WAIT, wait
                  x.bern s, RS, #60, #8
                  p.eachv SPK, s, #3
                  blt t, #BAD, good
                  s.add r3, t, #100
                  s.ld r2, acc, r3
            good: bar
            tock: p.each ODD, s
                  bar
            drain: p.send RES, #0, r5
                  bar
            """;

    public final Chip chip;
    private final List<String> packets = new ArrayList<>();
    private long lastCycle = -1;

    /**
     * @param spec the chip; its threads are the parts
     * @param source what every core runs
     * @param bad the tick from which on some cores read outside a region
     * @param cores how many, on the first nodes in a random order
     */
    public TalkingChip(
            final ChipSpec spec,
            final String source,
            final int bad,
            final int cores,
            final long seed,
            final RoundRunner runner) {
        final SplittableRandom random = new SplittableRandom(seed);
        final PacketKinds kinds = new PacketKinds();
        final List<Program> programs = new ArrayList<>();
        for (int core = 0; core < cores; core++) {
            final long wait = random.nextInt(1, 30);
            // With the same wait, cores equally far from the root of the barrier fail in the same cycle.
            final Map<String, Long> parameters =
                    Map.of("STREAM", (long) core, "WAIT", bad < 10 ? 3 : wait, "BAD", bad + (core % 3) * 10L);
            programs.add(Assembler.assemble("talk" + core, source, parameters, kinds));
        }
        chip = ChipFactory.build(spec, SampleSequencer.of(programs), kinds, seed, runner);
        final int[] nodes = new int[cores];
        Arrays.setAll(nodes, core -> core);
        for (int core = cores - 1; core > 0; core--) {
            final int other = random.nextInt(core + 1);
            final int node = nodes[core];
            nodes[core] = nodes[other];
            nodes[other] = node;
        }
        for (int core = 0; core < cores; core++) {
            final RouteTable routes = new RouteTable();
            route(routes, kinds.number("SPK"), nodes[core], some(random, nodes, 6));
            route(routes, kinds.number("ODD"), nodes[core], some(random, nodes, 2));
            route(routes, kinds.number("RES"), nodes[core], chip.host().node());
            chip.addCore(nodes[core], programs.get(core), null, routes);
        }
        final int greeting = chip.fabric().route(chip.host().node(), some(random, nodes, cores));
        chip.host().driver((event, tick, port) -> {
            for (int i = 0; event == CoreEvent.PHASE0 && i < 5; i++) {
                port.queue(greeting, kinds.number("ODD"), i, tick);
            }
        });
        chip.cycleLimit(20_000);
    }

    private void route(final RouteTable table, final int kind, final int from, final int... to) {
        table.add(kind, 0, 65_535, 0, chip.fabric().route(from, to), to.length);
    }

    private static int[] some(final SplittableRandom random, final int[] nodes, final int most) {
        final int[] chosen = random.ints(random.nextInt(1, most + 1), 0, nodes.length)
                .distinct()
                .toArray();
        return Arrays.stream(chosen).map(i -> nodes[i]).toArray();
    }

    /** Runs samples and tells everything that can be seen of the chip afterwards. */
    String[] run(final int samples, final boolean recording) {
        if (recording) {
            chip.fabric().addMonitor(this);
        }
        final StringBuilder text = new StringBuilder();
        for (int sample = 0; sample < samples; sample++) {
            chip.runSample(4);
            text.append(chip.cycle()).append(' ').append(chip.host().received()).append('\n');
        }
        chip.fabric().removeMonitor(this);
        for (final Core core : chip.cores()) {
            text.append(core.path()).append(' ').append(core.activity());
            text.append(' ').append(core.register(5)).append(' ').append(core.packetsSent());
            text.append(' ').append(Arrays.toString(core.region("acc").cells()[0]));
            text.append(' ')
                    .append(Arrays.toString(core.region("RS").cells()[0]))
                    .append('\n');
        }
        for (final LedgerRow row : chip.ledger().rows()) {
            text.append(row.component()).append(' ').append(row.phase());
            text.append(' ').append(Arrays.toString(row.counts())).append('\n');
        }
        text.append(chip.fabric().inFlight());
        packets.sort(null);
        packets.forEach(packet -> text.append('\n').append(packet));
        return text.toString().split("\n");
    }

    /** Runs a sample that fails and gives the message. */
    String failure() {
        try {
            chip.runSample(4);
        } catch (final RuntimeException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        throw new AssertionError("it should have failed");
    }

    @Override
    public boolean seesFlits() {
        return true;
    }

    @Override
    public void injected(final long id, final int source, final boolean last, final long cycle) {
        packets.add(cycle + " injected " + id + " " + source + " " + last);
    }

    @Override
    public void buffered(final int router, final int port, final int change, final long cycle) {
        packets.add(cycle + " buffered " + router + " " + port + " " + change);
    }

    @Override
    public void passed(final long id, final int router, final int port, final long cycle) {
        packets.add(cycle + " passed " + id + " " + router + " " + port);
    }

    @Override
    public void queued(final long id, final int source, final int route, final long packet, final long cycle) {
        packets.add(cycle + " queued " + id + " " + source + " " + packet);
    }

    @Override
    public void delivered(
            final long id, final int destination, final long injected, final long arrived, final int hops) {
        if (arrived < lastCycle) {
            throw new AssertionError("cycle " + arrived + " told after " + lastCycle);
        }
        lastCycle = arrived;
        packets.add(arrived + " delivered " + id + " " + destination + " " + injected + " " + hops);
    }
}
