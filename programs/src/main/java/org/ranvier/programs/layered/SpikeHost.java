package org.ranvier.programs.layered;

import org.ranvier.core.chip.HostPort;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.PacketKinds;

/**
 * The host's side of a sample that is given as spikes: in every tick, a packet for each axon of the input that spikes in that step. It
 * takes the place of an input core, as a sensor at the edge of the chip does.
 */
public final class SpikeHost {
    private final int kind;
    private final int route;
    private final int axons;

    private int[][] spikes = {};
    private int sent;

    /**
     * @param kinds the programs' packet kinds, {@code SPK} among them
     * @param route where the input's spikes go
     * @param axons axons of the input
     */
    public SpikeHost(final PacketKinds kinds, final int route, final int axons) {
        kind = kinds.number("SPK");
        this.route = route;
        this.axons = axons;
    }

    /**
     * Chooses what the next sample shows.
     *
     * @param sample the axons that spike in each step, from step 0; not copied
     * @param steps steps that a sample may have
     * @throws ConfigurationException when it has more steps, or an axon that the input does not have
     */
    public void show(final int[][] sample, final int steps) {
        ConfigurationException.checkRange("steps with input", sample.length, 0, steps);
        for (final int[] step : sample) {
            for (final int axon : step) {
                if (axon < 0 || axon >= axons) {
                    throw ConfigurationException.of("axon", axon, "0.." + (axons - 1));
                }
            }
        }
        spikes = sample;
        sent = 0;
    }

    /**
     * Queues the packets of a tick.
     *
     * @param event what the chip begins
     * @param tick the tick
     * @param port gets the packets
     */
    public void present(final CoreEvent event, final int tick, final HostPort port) {
        if (event == CoreEvent.PHASE0 && tick < spikes.length) {
            for (final int axon : spikes[tick]) {
                port.queue(route, kind, axon, 0);
            }
            sent += spikes[tick].length;
        }
    }

    /** @return spikes of the sample that were sent so far; a sample that ends early leaves some unsent */
    public int sent() {
        return sent;
    }
}
