package org.ranvier.testbench.cli;

import java.nio.file.Path;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.event.EventOptions;
import org.ranvier.testbench.data.event.EventSet;
import org.ranvier.testbench.data.event.EventSets;
import org.ranvier.testbench.data.event.EventShape;
import picocli.CommandLine.Option;

/** The options that say how recordings of events are to be read. */
final class RecordingOptions {
    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "The format; default: what names and content of the files look like. data list names them.")
    private String format;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Pixels of the camera, or Nx1 for a cochlea of N channels; default: the format's.")
    private String size;

    @Option(names = "--invert-polarity", description = "Take ON for OFF and OFF for ON.")
    private boolean invertPolarity;

    @Option(names = "--flip-x", description = "Count columns from the other side.")
    private boolean flipX;

    @Option(names = "--flip-y", description = "Count rows from the other side.")
    private boolean flipY;

    @Option(
            names = "--ignore-valid-bit",
            description = "Read events of AEDAT 3.1 that are marked as not valid; some programs never mark any.")
    private boolean ignoreValidBit;

    /** @return whether any of them was given */
    boolean given() {
        return format != null || size != null || invertPolarity || flipX || flipY || ignoreValidBit;
    }

    /** @return the format asked for, or null */
    String format() {
        return format;
    }

    /**
     * Opens recordings.
     *
     * @param path where they are
     * @return the set
     */
    EventSet open(final Path path) {
        return EventSets.open(path, format, new EventOptions(shape(), invertPolarity, flipX, flipY, ignoreValidBit));
    }

    private EventShape shape() {
        if (size == null) {
            return null;
        }
        if (!size.matches("\\d{1,5}x\\d{1,5}")) {
            throw ConfigurationException.of("--size", size, "two numbers like 128x128, or 700x1 for channels");
        }
        final int cross = size.indexOf('x');
        final int height = Integer.parseInt(size.substring(cross + 1));
        return new EventShape(Integer.parseInt(size.substring(0, cross)), height, height == 1 ? 1 : 2);
    }
}
