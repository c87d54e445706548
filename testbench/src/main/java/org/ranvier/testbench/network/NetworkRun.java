package org.ranvier.testbench.network;

import java.util.List;
import java.util.function.IntConsumer;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.networks.NetworkChip;
import org.ranvier.programs.networks.NetworkSpec;
import org.ranvier.router.RouterEvents;
import org.ranvier.testbench.energy.Census;
import org.ranvier.testbench.energy.Operation;

/** A benchmark network on a chip, from rest: watched while it runs, its operations counted from the hardware's own counters. */
public final class NetworkRun {
    private final NetworkChip chip;
    private final SpikeRecorder spikes;
    private final PlasticityRecorder plasticity;

    /**
     * Builds the chip.
     *
     * @param network the network
     * @param spec the chip
     * @param stepDone gets the number of steps that are complete
     */
    public NetworkRun(final NetworkSpec network, final ChipSpec spec, final IntConsumer stepDone) {
        chip = new NetworkChip(network, spec);
        spikes = new SpikeRecorder(network.cores(), network.perCore(), stepDone);
        plasticity = network.plastic() ? new PlasticityRecorder(network.cores()) : null;
        final List<Core> cores = chip.chip().cores();
        for (int i = 0; i < cores.size(); i++) {
            final int index = i;
            cores.get(i).monitor((core, probe, region, cycle) -> {
                switch (probe.name()) {
                    case "spikes" -> spikes.report(index, region.words()[0]);
                    case "depress" -> plasticity.depress(core, region);
                    case "potentiate" -> plasticity.potentiate(core, region);
                    default -> plasticity.traces(index, region.cells()[0]);
                }
            });
        }
    }

    /** @return the chip */
    public NetworkChip chip() {
        return chip;
    }

    /**
     * Runs, once.
     *
     * @param steps steps, at least 1
     */
    public void run(final int steps) {
        chip.run(steps);
        spikes.finish();
    }

    /** @return what came of it */
    public NetworkResult result() {
        final long cycles = chip.chip().cycle();
        return new NetworkResult(
                spikes.steps(),
                spikes.spikes(),
                spikes.hash(),
                chip.sumOfPotentials(),
                plasticity == null ? null : learned(),
                census(),
                cycles,
                cycles / chip.spec().clockHz());
    }

    private NetworkResult.Plasticity learned() {
        final Fnv hash = new Fnv();
        final long[] sum = new long[1];
        chip.forEachPlasticWeight(weight -> {
            hash.add(weight);
            sum[0] += weight;
        });
        return new NetworkResult.Plasticity(
                plasticity.visits(), plasticity.nonzeroUpdates(), sum[0], hash.value(), plasticity.sumOfTraces());
    }

    private Census census() {
        long events = 0;
        long messages = 0;
        for (final Core core : chip.chip().cores()) {
            events += core.scatterAdds();
            messages += core.packetsSent();
        }
        final Census census = new Census()
                .add(Operation.SYNAPSE_EVENT, events)
                .add(
                        Operation.NEURON_UPDATE_ACTIVE,
                        (long) spikes.steps() * chip.network().neurons())
                .add(Operation.NEURON_SPIKE, spikes.spikes())
                .add(Operation.MESSAGE_SEND, messages)
                .add(Operation.MESSAGE_RECEIVE, messages)
                .add(Operation.HOP_EAST_WEST, links(RouterEvents.LINK_EAST_WEST))
                .add(Operation.HOP_NORTH_SOUTH, links(RouterEvents.LINK_NORTH_SOUTH));
        return plasticity == null ? census : census.add(Operation.SYNAPSE_UPDATE, plasticity.visits());
    }

    private long links(final int column) {
        final String name = RouterEvents.all()[column].name();
        long sum = 0;
        for (final LedgerRow row : chip.chip().ledger().rows()) {
            for (int i = 0; i < row.kinds().size(); i++) {
                sum += row.kinds().get(i).name().equals(name) ? row.counts()[i] : 0;
            }
        }
        return sum;
    }
}
