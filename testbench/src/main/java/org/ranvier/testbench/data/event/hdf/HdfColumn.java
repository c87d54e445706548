package org.ranvier.testbench.data.event.hdf;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.ranvier.core.error.ConfigurationException;

/** A data set of one dimension, of which one block is in memory: a chunk where the file has chunks, or else some elements. */
public final class HdfColumn {
    /** Elements that a column can have; SSC, the largest of its kind, has 75,466. */
    public static final int MOST_ELEMENTS = 1 << 26;

    /** Bytes of a block; PyTables makes chunks of some kilobytes. */
    static final int MOST_BLOCK_BYTES = 1 << 24;

    private static final int MOST_CHUNKS = 1 << 20;
    private static final int CONTIGUOUS_BLOCK = 1 << 16;

    private final HdfInput input;
    private final Dataset dataset;
    private final String where;
    private final DataType type;
    private final int count;
    private final int elementBytes;
    private final int blockElements;
    private ByteBuffer block;
    private int loaded = -1;

    /** Checks what the file declares before anything is read. */
    HdfColumn(final HdfInput input, final Dataset dataset, final String name) {
        this.input = input;
        this.dataset = dataset;
        this.where = input.origin() + ": /" + name;
        this.type = dataset.getDataType();
        final long[] shape = dataset.getDimensionsAsLong();
        if (shape.length != 1) {
            throw new ConfigurationException(where + ": has " + shape.length + " dimensions, expected 1");
        }
        this.count = (int) checked("elements", shape[0], 0, MOST_ELEMENTS);
        this.elementBytes =
                (int) checked("bytes in an element", type.getSize(), 1, Math.min(MOST_BLOCK_BYTES, input.size()));
        this.blockElements = dataset instanceof final ChunkedDataset chunked
                ? chunkElements(chunked)
                : Math.max(1, CONTIGUOUS_BLOCK / elementBytes);
    }

    private int chunkElements(final ChunkedDataset chunked) {
        final int[] shape = chunked.getChunkDimensions();
        if (shape.length != 1) {
            throw new ConfigurationException(where + ": has chunks of " + shape.length + " dimensions, expected 1");
        }
        checked("elements in a chunk", shape[0], 1, MOST_BLOCK_BYTES / elementBytes);
        checked("chunks", ((long) count + shape[0] - 1) / shape[0], 0, Math.min(MOST_CHUNKS, input.size()));
        return shape[0];
    }

    private long checked(final String what, final long value, final long least, final long most) {
        if (value < least || value > most) {
            throw new ConfigurationException(where + ": declares " + Long.toUnsignedString(value) + " " + what
                    + ", expected " + least + ".." + most);
        }
        return value;
    }

    /** @return how messages name it */
    String where() {
        return where;
    }

    /** @return the file */
    HdfInput input() {
        return input;
    }

    /** @return type of an element */
    DataType type() {
        return type;
    }

    /** @return number of elements */
    public int count() {
        return count;
    }

    /** @return whether elements are texts of a fixed length */
    public boolean isText() {
        return type instanceof StringData;
    }

    /**
     * Reads an element of a column of numbers.
     *
     * @param index from 0
     * @return its value, if it is an integer
     * @throws ConfigurationException if it is not, or cannot be read
     */
    public long integer(final int index) {
        final NumberType number = NumberType.of(type, where);
        if (number.kind() == NumberType.Kind.REAL) {
            throw new ConfigurationException(where + ": holds floats, expected integers");
        }
        return number.integer(element(index));
    }

    /**
     * Reads an element of a column of texts.
     *
     * @param index from 0
     * @return its text, up to the first zero
     * @throws ConfigurationException if it cannot be read
     */
    public String text(final int index) {
        final ByteBuffer bytes = element(index);
        int length = 0;
        while (length < elementBytes && bytes.get(bytes.position() + length) != 0) {
            length++;
        }
        final byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8).strip();
    }

    /**
     * Enters a column whose elements are lists.
     *
     * @return the lists
     * @throws ConfigurationException if they are none
     */
    public HdfLists lists() {
        if (!(type instanceof final VariableLength lists) || lists.isVariableLengthString()) {
            throw new ConfigurationException(
                    where + ": holds " + type.getClass().getSimpleName() + ", expected lists of numbers (VLArray)");
        }
        return new HdfLists(this, NumberType.of(lists.getParent(), where));
    }

    /**
     * Finds the bytes of an element.
     *
     * @param index from 0
     * @return a buffer at its first byte; valid until the next call
     */
    ByteBuffer element(final int index) {
        final int wanted = index / blockElements;
        if (wanted != loaded) {
            loaded = -1;
            block = input.guarded(() -> load(wanted));
            loaded = wanted;
        }
        final int position = index % blockElements * elementBytes;
        if (position + elementBytes > block.limit()) {
            throw new ConfigurationException(where + ": chunk " + wanted + " is too short for element " + index);
        }
        return block.position(position);
    }

    private ByteBuffer load(final int wanted) {
        final int first = wanted * blockElements;
        if (dataset instanceof final ChunkedDataset chunked) {
            return HdfFilters.decode(
                    chunked.getRawChunkBuffer(new int[] {first}),
                    chunked.getFilters(),
                    blockElements * elementBytes,
                    elementBytes,
                    where);
        }
        final int elements = Math.min(blockElements, count - first);
        if (dataset instanceof final ContiguousDataset contiguous) {
            final ByteBuffer bytes = ByteBuffer.allocate(elements * elementBytes);
            input.read(input.base() + contiguous.getDataAddress() + (long) first * elementBytes, bytes);
            return bytes.order(ByteOrder.LITTLE_ENDIAN);
        }
        return ((DatasetBase) dataset).getDataBuffer().slice(first * elementBytes, elements * elementBytes);
    }
}
