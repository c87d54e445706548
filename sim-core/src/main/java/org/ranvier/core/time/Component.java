package org.ranvier.core.time;

/** A part of the chip that is visited when an event of its is due, and never otherwise. */
public interface Component {
    /**
     * Does the work that is due.
     *
     * @param cycle the current cycle
     * @param phase the current {@link Phase}
     */
    void onEvent(long cycle, int phase);
}
