package org.ranvier.programs.sfdfa;

import org.ranvier.core.chip.HostPort;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.PacketKinds;

/** The host's side of a sample that is given as spikes: the label, then in every tick the spikes of that step, in the input's place. */
final class SpikeHost {
    private final int spikeKind;
    private final int labelKind;
    private final int spikeRoute;
    private final int labelRoute;

    private int[][] spikes;
    private int label;
    private int value;

    SpikeHost(final PacketKinds kinds, final int spikeRoute, final int labelRoute) {
        spikeKind = kinds.number("SPK");
        labelKind = kinds.number("LAB");
        this.spikeRoute = spikeRoute;
        this.labelRoute = labelRoute;
    }

    /** Chooses what the next sample shows: axons by step, and key and payload of the label packet. */
    void show(final int[][] axons, final int target, final int payload) {
        spikes = axons;
        label = target;
        value = payload;
    }

    void present(final CoreEvent event, final int tick, final HostPort port) {
        if (event == CoreEvent.LOAD) {
            port.queue(labelRoute, labelKind, label, value);
        } else if (event == CoreEvent.PHASE0 && tick < spikes.length) {
            for (final int axon : spikes[tick]) {
                port.queue(spikeRoute, spikeKind, axon, 0);
            }
        }
    }
}
