package org.ranvier.rpu.cell;

/**
 * What happens to the devices of an array without pulses: decay, diffusion, reset and drift. Each is an operation that whoever
 * simulates time asks for; devices that do not age ignore it.
 *
 * <p>Noise is addressed by the slot, so an operation's slot must not be used by another of the same kind.
 */
public interface Ageing {
    /**
     * Lets every device lose part of its distance to its reset point: w = b + (w - b)(1 - strength / lifetime).
     *
     * @param strength how many steps' worth, usually 1
     * @param slot the array's pulse slot, for write noise
     */
    default void decay(final double strength, final long slot) {}

    /**
     * Adds a random step to every device: w = w + diffusion xi.
     *
     * @param slot the array's pulse slot
     */
    default void diffuse(final long slot) {}

    /**
     * Sets devices to their reset points, with noise.
     *
     * @param rows rows of the devices
     * @param columns columns of the devices
     * @param probability chance that a device is reset at all: 0..1
     * @param slot the array's pulse slot
     */
    default void reset(final Lines rows, final Lines columns, final double probability, final long slot) {}

    /**
     * Lets time pass: conductances drift by a power law of the time since they last changed.
     *
     * @param seconds time since the last call, 0 or more
     * @param slot the array's pulse slot
     */
    default void drift(final double seconds, final long slot) {}
}
