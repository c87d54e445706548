package org.ranvier.core.state;

import java.nio.ByteOrder;
import org.agrona.concurrent.UnsafeBuffer;
import org.ranvier.core.error.ConfigurationException;

/** Reads what a {@link StateWriter} wrote; a wrong tag, length or end is refused with the place. */
public final class StateReader {
    private final UnsafeBuffer buffer;
    private int position;

    /**
     * @param bytes a whole image
     */
    public StateReader(final byte[] bytes) {
        buffer = new UnsafeBuffer(bytes);
    }

    /**
     * Checks that the section which follows is the expected one.
     *
     * @param tag the tag given when it was written
     * @return this
     */
    public StateReader section(final String tag) {
        if (getInt() != tag.hashCode()) {
            throw new ConfigurationException("saved state: expected section '" + tag + "' at byte " + (position - 4)
                    + ", the image belongs to another chip or version");
        }
        return this;
    }

    /** @return the next int */
    public int getInt() {
        require(Integer.BYTES);
        final int value = buffer.getInt(position, ByteOrder.LITTLE_ENDIAN);
        position += Integer.BYTES;
        return value;
    }

    /** @return the next long */
    public long getLong() {
        require(Long.BYTES);
        final long value = buffer.getLong(position, ByteOrder.LITTLE_ENDIAN);
        position += Long.BYTES;
        return value;
    }

    /** @return the next double, bit by bit as it was written */
    public double getDouble() {
        return Double.longBitsToDouble(getLong());
    }

    /** @return an array as long as the one that was written */
    public int[] getInts() {
        final int length = getInt();
        position -= Integer.BYTES;
        require(Math.max(0, length) * (long) Integer.BYTES);
        final int[] values = new int[Math.max(0, length)];
        getInts(values);
        return values;
    }

    /** Fills an array of the length that was written. */
    public void getInts(final int[] into) {
        requireLength(into.length);
        for (int i = 0; i < into.length; i++) {
            into[i] = getInt();
        }
    }

    /** Fills an array of the length that was written. */
    public void getLongs(final long[] into) {
        requireLength(into.length);
        for (int i = 0; i < into.length; i++) {
            into[i] = getLong();
        }
    }

    /** Fills an array of the length that was written. */
    public void getDoubles(final double[] into) {
        requireLength(into.length);
        for (int i = 0; i < into.length; i++) {
            into[i] = getDouble();
        }
    }

    /** Checks that nothing is left. */
    public void end() {
        if (position != buffer.capacity()) {
            throw new ConfigurationException(
                    "saved state: " + (buffer.capacity() - position) + " bytes too many after byte " + position);
        }
    }

    private void requireLength(final int expected) {
        final int length = getInt();
        if (length != expected) {
            throw new ConfigurationException("saved state: array of " + length + " values at byte " + (position - 4)
                    + ", this chip needs " + expected);
        }
    }

    private void require(final long bytes) {
        if (position + bytes > buffer.capacity()) {
            throw new ConfigurationException("saved state: truncated at byte " + buffer.capacity());
        }
    }
}
