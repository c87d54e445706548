package org.ranvier.testbench.data.event;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ranvier.core.error.ConfigurationException;

/** Recordings of DVS128 Gesture as tonic keeps them: a NumPy array of floats with a row an event, x, y, polarity and milliseconds. */
final class NpyReader implements RecordingReader {
    private static final int[] MAGIC = {0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MOST_HEADER_BYTES = 1 << 16;
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']*)'");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\((\\d{1,9}),\\s*4,?\\s*\\)");
    private static final String COLUMN_MAJOR = "'fortran_order': True";
    private static final double MICROSECONDS = 1000;

    /** Milliseconds that a time can have on either side of 0. */
    private static final double MOST_TIME = 1e12;

    NpyReader() {}

    @Override
    public void read(final ByteInput in, final EventSample sample) {
        final String header = header(in);
        final Matcher type = TYPE.matcher(header);
        final Matcher shape = SHAPE.matcher(header);
        if (!type.find() || !shape.find() || header.contains(COLUMN_MAJOR)) {
            throw in.wrong("expected an array of N rows of 4 numbers, row by row, found " + header.strip());
        }
        final boolean doubles = type.group(1).equals("<f8");
        if (!doubles && !type.group(1).equals("<f4")) {
            throw in.wrong("holds numbers of type " + type.group(1) + ", expected <f8 or <f4");
        }
        final int events = Integer.parseInt(shape.group(1));
        for (int i = 0; i < events; i++) {
            final int x = address(number(in, doubles));
            final int y = address(number(in, doubles));
            final int polarity = number(in, doubles) > 0 ? 1 : 0;
            final double milliseconds = number(in, doubles);
            if (!(Math.abs(milliseconds) <= MOST_TIME)) {
                throw in.wrong("time " + milliseconds + " of event " + i);
            }
            sample.add(Math.round(milliseconds * MICROSECONDS), x, y, polarity);
        }
    }

    private static String header(final ByteInput in) {
        for (final int expected : MAGIC) {
            if (in.u8() != expected) {
                throw new ConfigurationException(in.origin() + ": is no NumPy array (.npy)");
            }
        }
        final int version = in.u8();
        in.skip(1);
        final int bytes = version == 1 ? in.le16() & 0xffff : in.le32();
        if (bytes < 0 || bytes > MOST_HEADER_BYTES) {
            throw in.wrong(
                    "a header of " + Integer.toUnsignedString(bytes) + " bytes, expected at most " + MOST_HEADER_BYTES);
        }
        final byte[] text = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            text[i] = (byte) in.u8();
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static double number(final ByteInput in, final boolean doubles) {
        return doubles ? Double.longBitsToDouble(in.le64()) : Float.intBitsToFloat(in.le32());
    }

    /** Not whole, not a number or far away: no pixel. */
    private static int address(final double value) {
        final int address = (int) value;
        return address == value ? address : -1;
    }
}
