package org.ranvier.core.fabric;

/** A member of a {@link BarrierNetwork}. */
public interface BarrierMember {
    /**
     * The step is over for everybody.
     *
     * @param cycle the cycle in which the release token reaches this member; runs in the arrive phase
     * @param event which event the release announces, as the barrier's sequencer counts them
     */
    void released(long cycle, int event);
}
