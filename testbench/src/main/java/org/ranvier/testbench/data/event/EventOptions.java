package org.ranvier.testbench.data.event;

/**
 * How recordings are to be read that do not follow the convention of their format.
 *
 * @param shape where events can come from, or null for what the format or file says
 * @param invertPolarity whether ON and OFF are exchanged
 * @param flipX whether columns count from the right
 * @param flipY whether rows count from the bottom
 * @param ignoreValidBit AEDAT 3.1: whether events marked as not valid are read all the same
 */
public record EventOptions(
        EventShape shape, boolean invertPolarity, boolean flipX, boolean flipY, boolean ignoreValidBit) {
    /** Everything as the format has it. */
    public static final EventOptions NONE = new EventOptions(null, false, false, false, false);

    /**
     * Gives the shape of a source.
     *
     * @param usual that of the format
     * @return it, or the one asked for
     */
    EventShape shapeOr(final EventShape usual) {
        return shape == null ? usual : shape;
    }

    /** @return whether events have to be turned */
    boolean turns() {
        return invertPolarity || flipX || flipY;
    }
}
