package org.ranvier.testbench.data.event;

import java.util.Map;
import org.ranvier.core.error.ConfigurationException;

/**
 * The polarity events of an AEDAT 3.1 file, one after another: a text header up to {@code #!END-HEADER}, then little-endian packets of 28
 * bytes of header and events of one type. Packets of other types are passed over.
 */
final class Aedat3Stream {
    private static final int POLARITY = 1;
    private static final int EVENT_BYTES = 8;
    private static final int TIME_OFFSET = 4;
    private static final int MOST_HEADER_LINES = 1 << 12;
    private static final int ADDRESS_BITS = 0x7fff;

    /** Pixels by the beginning of what a header names as its source. */
    private static final Map<String, EventShape> SENSORS = Map.of(
            "DVS128", new EventShape(128, 128, 2),
            "DAVIS240", new EventShape(240, 180, 2),
            "DAVIS346", new EventShape(346, 260, 2),
            "DAVIS640", new EventShape(640, 480, 2));

    private final ByteInput in;
    private final boolean ignoreValidBit;
    private EventShape shape = SENSORS.get("DVS128");
    private int eventsLeft;
    private int bytesAfterEvent;
    private int overflow;
    private long time;
    private int x;
    private int y;
    private int polarity;

    /**
     * Reads the header of a file.
     *
     * @param in the file, at its beginning
     * @param ignoreValidBit whether events marked as not valid count
     */
    Aedat3Stream(final ByteInput in, final boolean ignoreValidBit) {
        this.in = in;
        this.ignoreValidBit = ignoreValidBit;
        final String version = in.line();
        if (!version.startsWith("#!AER-DAT3.")) {
            throw new ConfigurationException(
                    in.origin() + ": does not begin with #!AER-DAT3.1, it is no AEDAT 3.1 file");
        }
        String line = version;
        for (int i = 0; !line.equals("#!END-HEADER"); i++) {
            if (!line.startsWith("#") || i == MOST_HEADER_LINES) {
                throw in.wrong("the header has no line #!END-HEADER");
            }
            readSource(line);
            line = in.line();
        }
    }

    private void readSource(final String line) {
        final String[] words = line.split("\\s*:\\s*", 2);
        if (words.length == 2 && words[0].startsWith("#Source")) {
            SENSORS.forEach((name, pixels) -> shape = words[1].startsWith(name) ? pixels : shape);
        }
    }

    /** @return pixels of the sensor that the header names; those of a DVS128 if it names none that is known */
    EventShape shape() {
        return shape;
    }

    /**
     * Goes to the next event.
     *
     * @return whether there is one
     * @throws ConfigurationException with file and offset, if the file is damaged
     */
    boolean next() {
        while (eventsLeft > 0 || nextPacket()) {
            eventsLeft--;
            final int data = in.le32();
            final int timestamp = in.le32();
            in.skip(bytesAfterEvent);
            if (timestamp < 0) {
                throw in.wrong("negative time " + timestamp);
            }
            if (ignoreValidBit || (data & 1) != 0) {
                time = (long) overflow << 31 | timestamp;
                x = data >>> 17;
                y = data >>> 2 & ADDRESS_BITS;
                polarity = data >>> 1 & 1;
                return true;
            }
        }
        return false;
    }

    /** Goes to the next packet that has polarity events. */
    private boolean nextPacket() {
        while (!in.atEnd()) {
            final int type = in.le16();
            in.skip(2);
            final int size = in.le32();
            final int timeOffset = in.le32();
            overflow = in.le32();
            in.skip(4);
            final int events = in.le32();
            in.skip(4);
            if (size < 0 || events < 0 || overflow < 0) {
                throw in.wrong("negative number in a packet header");
            }
            if (type != POLARITY) {
                in.skip((long) events * size);
            } else if (events > 0) {
                if (size < EVENT_BYTES || timeOffset != TIME_OFFSET) {
                    throw in.wrong("polarity events of " + size + " bytes with the time at byte " + timeOffset
                            + ", expected 8 and 4");
                }
                eventsLeft = events;
                bytesAfterEvent = size - EVENT_BYTES;
                return true;
            }
        }
        return false;
    }

    /** @return microseconds of the event */
    long time() {
        return time;
    }

    /** @return its column, from the left */
    int x() {
        return x;
    }

    /** @return its row, from the top */
    int y() {
        return y;
    }

    /** @return 1 for ON, 0 for OFF */
    int polarity() {
        return polarity;
    }
}
