package org.ranvier.programs.layered;

import org.ranvier.core.chip.HostPort;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.PacketKinds;

/** The host's word to all layers about a sample, before its first tick: one packet with the label. */
public final class LabelHost {
    private final int kind;
    private final int route;
    private int label;
    private int value;

    /**
     * @param kinds the programs' packet kinds, {@code LAB} among them
     * @param route where the label goes
     */
    public LabelHost(final PacketKinds kinds, final int route) {
        kind = kinds.number("LAB");
        this.route = route;
    }

    /**
     * Chooses what is said about the next sample.
     *
     * @param target key of the packet
     * @param payload its payload
     */
    public void show(final int target, final int payload) {
        label = target;
        value = payload;
    }

    /**
     * Queues the packet when it is due.
     *
     * @param event what the chip begins
     * @param port gets the packet
     */
    public void present(final CoreEvent event, final HostPort port) {
        if (event == CoreEvent.LOAD) {
            port.queue(route, kind, label, value);
        }
    }
}
