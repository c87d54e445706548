package org.ranvier.testbench.data.event.hdf;

import io.jhdf.filter.PipelineFilterWithData;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ranvier.core.error.ConfigurationException;

/** Undoes the filters of a chunk: deflate, shuffle and Fletcher's checksum. A chunk never becomes longer than its elements are. */
final class HdfFilters {
    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER = 3;
    private static final int CHECKSUM_BYTES = 4;
    private static final int DEFLATE_RATIO = 1032;

    private HdfFilters() {}

    /**
     * Decodes a chunk.
     *
     * @param stored the chunk as it is in the file
     * @param filters those that it went through, in this order
     * @param bytes of the decoded chunk
     * @param elementBytes bytes of an element
     * @param where file and data set, for messages
     * @return the elements
     * @throws ConfigurationException if it is damaged, or went through another filter
     */
    static ByteBuffer decode(
            final ByteBuffer stored,
            final List<PipelineFilterWithData> filters,
            final int bytes,
            final int elementBytes,
            final String where) {
        ByteBuffer data = stored;
        for (int i = filters.size() - 1; i >= 0; i--) {
            final PipelineFilterWithData filter = filters.get(i);
            data = switch (filter.getId()) {
                case DEFLATE -> inflate(data, bytes + CHECKSUM_BYTES, where);
                case SHUFFLE -> unshuffle(data, elementBytes);
                case FLETCHER -> data.slice(data.position(), Math.max(0, data.remaining() - CHECKSUM_BYTES));
                default ->
                    throw new ConfigurationException(where + ": chunks went through the filter " + filter.getName()
                            + ", expected deflate, shuffle or fletcher32");
            };
        }
        return data.slice();
    }

    private static ByteBuffer inflate(final ByteBuffer data, final int most, final String where) {
        final Inflater inflater = new Inflater();
        try {
            // No more than deflate can make of so many bytes, whatever the file declares.
            final long possible = (long) DEFLATE_RATIO * (data.remaining() + 1L);
            inflater.setInput(data);
            final ByteBuffer inflated = ByteBuffer.allocate((int) Math.min(most, possible));
            int more = 1;
            while (more > 0 && inflated.hasRemaining()) {
                more = inflater.inflate(inflated);
            }
            return inflated.flip();
        } catch (final DataFormatException e) {
            throw new ConfigurationException(where + ": damaged chunk (" + e.getMessage() + ")", e);
        } finally {
            inflater.end();
        }
    }

    /** All first bytes come first, then all second bytes; bytes after the last whole element stay where they are. */
    private static ByteBuffer unshuffle(final ByteBuffer data, final int elementBytes) {
        final int elements = data.remaining() / elementBytes;
        final int start = data.position();
        final ByteBuffer straight = ByteBuffer.allocate(data.remaining());
        straight.put(data.duplicate()).flip();
        for (int b = 0; b < elementBytes; b++) {
            for (int e = 0; e < elements; e++) {
                straight.put(e * elementBytes + b, data.get(start + b * elements + e));
            }
        }
        return straight;
    }
}
