package org.ranvier.programs.layered;

/** What the host sends of a sample. */
public enum InputForm {
    /** Brightness of pixels, before the first tick; an input core turns them into spikes. */
    PIXELS,
    /** Spikes, tick by tick, to the first layer; there is no input core. */
    SPIKES
}
