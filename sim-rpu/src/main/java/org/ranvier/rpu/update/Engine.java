package org.ranvier.rpu.update;

/** How an update's pulses reach the devices. */
public enum Engine {
    /** All pulses of a device at once: rows of counts, which devices may turn into one change each. */
    FAST,
    /** Slot by slot, every coincidence a pulse of its own: the oracle of {@link #FAST}. */
    EXACT
}
