package org.ranvier.core.energy;

/** What the chip was doing when an event happened: the columns of the energy-by-phase report. */
public enum EnergyPhase {
    /** Presenting the input, forward reads, neurons. */
    FORWARD,
    /** Backward reads and gradient neurons. */
    BACKWARD,
    /** Weight updates. */
    UPDATE,
    /** Packets: queues, routers, links, barrier tokens. */
    COMMUNICATION,
    /** Control and state that belongs to no other phase. */
    CONTROL,
    /** Static power over the time of the run. */
    IDLE;

    /** @return the name used in reports and in the {@code .phase} directive, lower case */
    public String label() {
        return switch (this) {
            case FORWARD -> "forward";
            case BACKWARD -> "backward";
            case UPDATE -> "update";
            case COMMUNICATION -> "communication";
            case CONTROL -> "control";
            case IDLE -> "idle";
        };
    }
}
