package org.ranvier.testbench.data.event.hdf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ranvier.core.error.ConfigurationException;

/**
 * A column of lists of numbers: 16 bytes an element that say how long its list is and where, in a global heap collection.
 *
 * <p>HDF5 file format specification 3.0, III.E (global heap): {@code GCOL}, version 1, 8 bytes of size; then objects of 16 bytes of
 * header (index, references, size) and data padded to a multiple of 8.
 */
public final class HdfLists {
    private static final int REFERENCE_BYTES = 16;
    private static final int HEADER_BYTES = 16;
    private static final int SIGNATURE = 'G' | 'C' << 8 | 'O' << 16 | 'L' << 24;
    private static final int MOST_OBJECTS = 1 << 16;
    private static final int BLOCK = 1 << 15;

    private final HdfColumn column;
    private final HdfInput input;
    private final NumberType number;
    private final ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK).limit(0);
    private long position;
    private long left;

    /** Checks that references have the usual size. */
    HdfLists(final HdfColumn column, final NumberType number) {
        this.column = column;
        this.input = column.input();
        this.number = number;
        if (column.type().getSize() != REFERENCE_BYTES) {
            throw new ConfigurationException(column.where() + ": references to lists have "
                    + column.type().getSize() + " bytes, expected " + REFERENCE_BYTES);
        }
    }

    /** @return number of lists */
    public int count() {
        return column.count();
    }

    /** @return whether the numbers are integers */
    public boolean integers() {
        return number.kind() != NumberType.Kind.REAL;
    }

    /**
     * Goes to the beginning of a list.
     *
     * @param index from 0
     * @return how many numbers it has
     * @throws ConfigurationException if the file has no such list
     */
    public int begin(final int index) {
        final ByteBuffer reference = column.element(index).order(ByteOrder.LITTLE_ENDIAN);
        final int length = reference.getInt();
        final long address = reference.getLong();
        final int object = reference.getInt();
        block.limit(0);
        left = (length & 0xffff_ffffL) * number.size();
        if (left > input.size()) {
            throw wrong(
                    index, "declares " + Integer.toUnsignedString(length) + " numbers, more than the file can hold");
        }
        if (left > 0) {
            enter(index, address, object);
        }
        return (int) (left / number.size());
    }

    /** Walks through a collection until the object is found. */
    private void enter(final int index, final long address, final int object) {
        final long start = input.base() + address;
        header(index, start);
        final long bytes = header.getLong(8);
        if (header.getInt(0) != SIGNATURE || header.get(4) != 1 || bytes < 0 || bytes > input.size() - start) {
            throw wrong(index, "has no heap collection at address " + Long.toUnsignedString(address));
        }
        final long end = start + bytes;
        long at = start + HEADER_BYTES;
        for (int i = 0; i < MOST_OBJECTS && at <= end - HEADER_BYTES; i++) {
            header(index, at);
            final int found = header.getShort(0) & 0xffff;
            final long size = header.getLong(8);
            if (found == 0 || size < 0 || size > end - at - HEADER_BYTES) {
                break;
            }
            if (found == object) {
                if (left > size) {
                    throw wrong(index, "has " + size + " bytes in the heap, expected " + left);
                }
                position = at + HEADER_BYTES;
                return;
            }
            at += HEADER_BYTES + (size + 7 & ~7L);
        }
        throw wrong(index, "is missing from the heap collection at address " + Long.toUnsignedString(address));
    }

    private void header(final int index, final long at) {
        if (at < 0 || at > input.size() - HEADER_BYTES) {
            throw wrong(index, "lies outside the file");
        }
        input.read(at, header.clear());
    }

    private ConfigurationException wrong(final int index, final String problem) {
        return new ConfigurationException(column.where() + ", sample " + index + ": " + problem);
    }

    /** @return the next number of the list */
    public double nextReal() {
        return number.real(next());
    }

    /** @return the next number of the list, which are integers; negative where an unsigned one exceeds 2^63 */
    public long nextInteger() {
        return number.integer(next());
    }

    private ByteBuffer next() {
        if (!block.hasRemaining()) {
            final int bytes = (int) Math.min(left, BLOCK);
            input.read(position, block.clear().limit(bytes));
            position += bytes;
            left -= bytes;
        }
        return block;
    }
}
