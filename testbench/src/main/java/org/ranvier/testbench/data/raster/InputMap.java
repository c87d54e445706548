package org.ranvier.testbench.data.raster;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.event.EventShape;

/** Which input an event belongs to: pooled pixels in row-major order, the plane of ON events below that of OFF events. */
final class InputMap {
    private static final int MOST_INPUTS = 1 << 20;

    private final EventShape shape;
    private final Pooling pooling;
    private final Polarity polarity;
    private final int columns;
    private final int rows;

    /**
     * @param shape where events come from
     * @param binning pooling and polarity
     * @throws ConfigurationException when they do not fit the shape, or leave too many inputs
     */
    InputMap(final EventShape shape, final Binning binning) {
        this.shape = shape;
        pooling = binning.pooling();
        polarity = binning.polarity();
        if (pooling.columns() > shape.width() || pooling.rows() > shape.height()) {
            throw ConfigurationException.of(
                    "--pool",
                    pooling.text(),
                    "no more than " + shape.width() + "x" + shape.height() + ", the recordings'");
        }
        if (shape.polarities() == 1 && polarity != Polarity.MERGED) {
            throw ConfigurationException.of("--polarity", polarity.label(), "merged, for events without polarity");
        }
        columns = (shape.width() + pooling.columns() - 1) / pooling.columns();
        rows = (shape.height() + pooling.rows() - 1) / pooling.rows();
        if ((long) columns * rows * planes() > MOST_INPUTS) {
            throw ConfigurationException.of(
                    "--pool", pooling.text(), "pools that leave at most " + MOST_INPUTS + " inputs of " + shape);
        }
    }

    /** @return pooled columns */
    int columns() {
        return columns;
    }

    /** @return pooled rows of all planes */
    int rows() {
        return rows * planes();
    }

    private int planes() {
        return polarity == Polarity.BOTH ? 2 : 1;
    }

    /**
     * Finds the input of an event.
     *
     * @param x column or channel
     * @param y row
     * @param eventPolarity 1 for ON, 0 for OFF or none
     * @param origin names the recording, for messages
     * @return the input, from 0; -1 when its polarity does not count
     * @throws ConfigurationException when there is no such pixel or channel
     */
    int input(final int x, final int y, final int eventPolarity, final String origin) {
        if (!shape.contains(x, y)) {
            throw new ConfigurationException(origin + ": an event at (" + x + ", " + y + ") is outside " + shape);
        }
        if (polarity == Polarity.ON && eventPolarity == 0 || polarity == Polarity.OFF && eventPolarity != 0) {
            return -1;
        }
        final int plane = polarity == Polarity.BOTH ? eventPolarity : 0;
        return (plane * rows + y / pooling.rows()) * columns + x / pooling.columns();
    }
}
