package org.ranvier.core.state;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.ExpandableArrayBuffer;

/** Appends primitive values and arrays, little endian, arrays behind their length, sections behind a checked tag. */
public final class StateWriter {
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1 << 12);
    private int position;

    /**
     * Starts a section that {@link StateReader#section} checks.
     *
     * @param tag a name for the component that follows
     * @return this
     */
    public StateWriter section(final String tag) {
        return putInt(tag.hashCode());
    }

    /** Appends an int. */
    public StateWriter putInt(final int value) {
        buffer.putInt(position, value, ByteOrder.LITTLE_ENDIAN);
        position += Integer.BYTES;
        return this;
    }

    /** Appends a long. */
    public StateWriter putLong(final long value) {
        buffer.putLong(position, value, ByteOrder.LITTLE_ENDIAN);
        position += Long.BYTES;
        return this;
    }

    /** Appends a double, bit by bit. */
    public StateWriter putDouble(final double value) {
        return putLong(Double.doubleToRawLongBits(value));
    }

    /** Appends an array and its length. */
    public StateWriter putInts(final int[] values) {
        putInt(values.length);
        for (final int value : values) {
            putInt(value);
        }
        return this;
    }

    /** Appends an array and its length. */
    public StateWriter putLongs(final long[] values) {
        putInt(values.length);
        for (final long value : values) {
            putLong(value);
        }
        return this;
    }

    /** Appends an array and its length. */
    public StateWriter putDoubles(final double[] values) {
        putInt(values.length);
        for (final double value : values) {
            putDouble(value);
        }
        return this;
    }

    /** @return a copy of everything written */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer.byteArray(), position);
    }
}
