package org.ranvier.testbench.reference.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.HostPort;
import org.ranvier.core.chip.SampleSequencer;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.core.packet.Packet;
import org.ranvier.programs.chip.ChipFactory;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.NodeOrder;
import org.ranvier.programs.layered.LayerArrays;

/** One core of a chip with one of the rule programs; input spikes and rewards reach it as packets, its spikes as packets the host. */
final class RuleCore {
    private final PacketKinds kinds = new PacketKinds();
    private final Chip chip;
    private final Core core;
    private final SynapseArray array;
    private final int neurons;
    private final int route;
    private final List<boolean[]> fired = new ArrayList<>();
    private boolean[][] spikes;
    private int[] rewards;

    RuleCore(final String name, final Map<String, Long> parameters, final int[][] weights) {
        final Program program =
                Assembler.assembleResource(ChipSpec.class, "/org/ranvier/programs/rules/" + name, parameters, kinds);
        final int node = NodeOrder.snake(ChipSpec.DEFAULT.mesh())[0];
        neurons = weights[0].length;
        array = LayerArrays.sram(ChipSpec.DEFAULT, program);
        for (int row = 0; row < weights.length; row++) {
            for (int column = 0; column < neurons; column++) {
                array.weight(row, column, weights[row][column]);
            }
        }
        chip = ChipFactory.build(ChipSpec.DEFAULT, SampleSequencer.of(List.of(program)), kinds, 1);
        final RouteTable routes = new RouteTable();
        final int home = chip.fabric().route(node, chip.host().node());
        routes.add(kinds.number("SPK"), 0, neurons - 1, 0, home, 1);
        core = chip.addCore(node, program, array, routes);
        route = chip.fabric().route(chip.host().node(), node);
        chip.host().driver(this::send);
        chip.host().monitor((packet, tick, cycle) -> fired.get(tick)[Packet.key(packet)] = true);
    }

    private void send(final CoreEvent event, final int tick, final HostPort port) {
        if (event != CoreEvent.PHASE0) {
            return;
        }
        for (int input = 0; input < spikes[tick].length; input++) {
            if (spikes[tick][input]) {
                port.queue(route, kinds.number("IN"), input, 0);
            }
        }
        if (rewards != null && rewards[tick] != 0) {
            port.queue(route, kinds.number("RWD"), 0, rewards[tick]);
        }
    }

    /** Runs a sample of one tick per row of the spike train and tells who fired in which tick. */
    List<boolean[]> run(final boolean[][] train) {
        return run(train, null);
    }

    List<boolean[]> run(final boolean[][] train, final int[] reward) {
        spikes = train;
        rewards = reward;
        fired.clear();
        for (int tick = 0; tick < train.length; tick++) {
            fired.add(new boolean[neurons]);
        }
        chip.runSample(train.length);
        return fired;
    }

    int[] region(final String name) {
        return core.region(name).cells()[0];
    }

    int[][] matrix(final String name) {
        return core.region(name).cells();
    }

    int[][] weights() {
        final int[][] weights = new int[array.rows()][neurons];
        for (int row = 0; row < weights.length; row++) {
            for (int column = 0; column < neurons; column++) {
                weights[row][column] = array.weight(row, column);
            }
        }
        return weights;
    }
}
