package org.ranvier.core.memory;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/**
 * The values of a list region, row behind row, stored as wide as their type.
 *
 * <p>Regions keep an int per element for the sake of the lanes; a chip full of synapses would be four times as large that way.
 * Rows of lists are short and are entered anywhere, so that little is lost by widening them on the way.
 */
public final class Elements {
    private final RegionType type;
    private final byte[] bytes;
    private final short[] shorts;
    private final int[] ints;

    /** Creates zeros. */
    Elements(final RegionType type, final int count) {
        this.type = type;
        bytes = type.bits() == Byte.SIZE ? new byte[count] : null;
        shorts = type.bits() == Short.SIZE ? new short[count] : null;
        ints = type.bits() == Integer.SIZE ? new int[count] : null;
    }

    /** @return the number of elements of all rows */
    public int size() {
        return bytes != null ? bytes.length : shorts != null ? shorts.length : ints.length;
    }

    /** @return the store of a list of 8-bit elements, or null */
    public byte[] bytes() {
        return bytes;
    }

    /** @return what a byte of the store is masked with to give its element: 0xFF if the type is unsigned, else -1 */
    public int byteMask() {
        return type == RegionType.U8 ? 0xFF : -1;
    }

    /** @return element {@code i}, counted over all rows */
    public int get(final int i) {
        if (bytes != null) {
            return type == RegionType.U8 ? bytes[i] & 0xFF : bytes[i];
        }
        return shorts != null ? shorts[i] : ints[i];
    }

    /**
     * Writes an element, saturating to the type.
     *
     * @param i its place, counted over all rows
     * @param value the value
     */
    public void set(final int i, final int value) {
        final int stored = Math.max(type.min(), Math.min(type.max(), value));
        if (bytes != null) {
            bytes[i] = (byte) stored;
        } else if (shorts != null) {
            shorts[i] = (short) stored;
        } else {
            ints[i] = stored;
        }
    }

    /** Reads {@code n} elements from place {@code from} into the beginning of a vector. */
    public void read(final int from, final int n, final int[] into) {
        if (bytes != null) {
            if (type == RegionType.U8) {
                for (int i = 0; i < n; i++) {
                    into[i] = bytes[from + i] & 0xFF;
                }
            } else {
                for (int i = 0; i < n; i++) {
                    into[i] = bytes[from + i];
                }
            }
        } else if (shorts != null) {
            for (int i = 0; i < n; i++) {
                into[i] = shorts[from + i];
            }
        } else {
            System.arraycopy(ints, from, into, 0, n);
        }
    }

    /** Writes the first {@code n} elements of a vector, saturating, to places {@code from} and on. */
    public void write(final int from, final int n, final int[] values) {
        for (int i = 0; i < n; i++) {
            set(from + i, values[i]);
        }
    }

    /** Looks up {@code n} elements: {@code d[k]} becomes the element at place {@code index[k]}. */
    public void gather(final int[] d, final int[] index, final int n) {
        for (int k = 0; k < n; k++) {
            d[k] = get(index[k]);
        }
    }

    /** Sets every element, saturating. */
    public void fill(final int value) {
        for (int i = 0; i < size(); i++) {
            set(i, value);
        }
    }

    void save(final StateWriter out) {
        final int[] values = new int[size()];
        read(0, values.length, values);
        out.putInts(values);
    }

    void restore(final StateReader in) {
        final int[] values = new int[size()];
        in.getInts(values);
        write(0, values.length, values);
    }
}
