package org.ranvier.testbench.data.event;

import org.ranvier.core.error.ConfigurationException;

/**
 * Where events can come from: the pixels of a camera or, with a height of 1, the channels of a cochlea.
 *
 * @param width columns or channels, 1..65536
 * @param height rows, 1..65536
 * @param polarities 2 for a camera, whose events are OFF (0) or ON (1); 1 for a cochlea, whose events are all 0
 */
public record EventShape(int width, int height, int polarities) {
    private static final int MOST = 1 << 16;

    /**
     * @throws ConfigurationException if a number is out of its range
     */
    public EventShape {
        ConfigurationException.checkRange("width of an event source", width, 1, MOST);
        ConfigurationException.checkRange("height of an event source", height, 1, MOST);
        ConfigurationException.checkRange("polarities of an event source", polarities, 1, 2);
    }

    /**
     * Says whether an event has an address inside.
     *
     * @param x column or channel
     * @param y row
     * @return whether there is such a pixel or channel
     */
    public boolean contains(final int x, final int y) {
        return x >= 0 && x < width && y >= 0 && y < height;
    }

    /** @return e.g. {@code 34x34, ON and OFF} or {@code 700 channels} */
    @Override
    public String toString() {
        return height == 1 && polarities == 1
                ? width + " channels"
                : width + "x" + height + (polarities == 2 ? ", ON and OFF" : "");
    }
}
