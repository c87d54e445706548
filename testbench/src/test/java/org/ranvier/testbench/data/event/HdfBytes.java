package org.ranvier.testbench.data.event;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

/**
 * Writes small HDF5 files as PyTables does: superblock 0, groups of symbol tables, object headers 1, global heap collections, chunks in
 * a B-tree. Written from the HDF5 file format specification 3.0.
 */
final class HdfBytes {
    private static final int CAPACITY = 1 << 20;
    private static final long UNDEFINED = -1;
    private static final int LEAF_ENTRIES = 8;
    private static final int GROUP_CHILDREN = 32;
    private static final int CHUNK_CHILDREN = 64;
    private static final int COLLECTION_BYTES = 4096;

    private final ByteBuffer out = ByteBuffer.allocate(CAPACITY).order(ByteOrder.LITTLE_ENDIAN);

    HdfBytes() {
        out.position(96);
    }

    /** Finishes the file with a root group of these members. */
    byte[] finish(final Map<String, Long> members) {
        final long root = group(members);
        final int end = out.position();
        out.position(0);
        out.put(new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0, 0, 8, 8, 0});
        out.putShort((short) (LEAF_ENTRIES / 2))
                .putShort((short) (GROUP_CHILDREN / 2))
                .putInt(0);
        out.putLong(0).putLong(UNDEFINED).putLong(end).putLong(UNDEFINED);
        out.putLong(0).putLong(root).putLong(0).putLong(0).putLong(0);
        final byte[] file = new byte[end];
        System.arraycopy(out.array(), 0, file, 0, end);
        return file;
    }

    /** Writes a group and gives its address. */
    long group(final Map<String, Long> members) {
        final Map<String, Long> sorted = new TreeMap<>(members);
        final Map<String, Long> offsets = new TreeMap<>();
        final ByteBuffer names = ByteBuffer.allocate(512);
        names.position(8);
        sorted.keySet().forEach(name -> {
            offsets.put(name, (long) names.position());
            names.put(name.getBytes(StandardCharsets.US_ASCII));
            names.position(names.position() + 8 - name.length() % 8);
        });
        final long data = address();
        out.put(names.array());
        final long heap = address();
        text("HEAP").putInt(0).putLong(names.capacity()).putLong(1).putLong(data);
        final long table = address();
        text("SNOD").putShort((short) 1).putShort((short) sorted.size());
        sorted.forEach((name, member) -> out.putLong(offsets.get(name))
                .putLong(member)
                .putLong(0)
                .putLong(0)
                .putLong(0));
        pad(40 * (LEAF_ENTRIES - sorted.size()));
        final long last = sorted.isEmpty() ? 0 : offsets.get(((TreeMap<String, Long>) sorted).lastKey());
        final long tree = address();
        text("TREE").putShort((short) 0).putShort((short) 1).putLong(UNDEFINED).putLong(UNDEFINED);
        out.putLong(0).putLong(table).putLong(last);
        pad(16 * (GROUP_CHILDREN - 1));
        return header(message(0x11, buffer(16).putLong(tree).putLong(heap)));
    }

    /** Writes a data set of one dimension in one piece and gives its address. */
    long contiguous(final byte[] type, final int count, final byte[] elements) {
        final long data = address();
        out.put(elements);
        align();
        return header(
                dataspace(count),
                message(0x03, ByteBuffer.wrap(type)),
                message(
                        0x08,
                        buffer(18).put((byte) 3).put((byte) 1).putLong(data).putLong(elements.length)));
    }

    /** Writes the same in chunks; shuffled and deflated if asked for. */
    long chunked(final byte[] type, final int count, final byte[] elements, final int chunk, final boolean filtered) {
        final int size = elements.length / count;
        final int chunks = (count + chunk - 1) / chunk;
        final ByteBuffer keys = buffer(24 * (CHUNK_CHILDREN + 1) + 8 * CHUNK_CHILDREN);
        for (int c = 0; c < chunks; c++) {
            final byte[] whole = new byte[chunk * size];
            System.arraycopy(elements, c * chunk * size, whole, 0, Math.min(chunk, count - c * chunk) * size);
            final byte[] stored = filtered ? deflated(shuffled(whole, size)) : whole;
            keys.putInt(stored.length)
                    .putInt(0)
                    .putLong((long) c * chunk)
                    .putLong(0)
                    .putLong(address());
            out.put(stored);
            align();
        }
        keys.putInt(0).putInt(0).putLong((long) chunks * chunk).putLong(0);
        final long tree = address();
        text("TREE")
                .putShort((short) 1)
                .putShort((short) chunks)
                .putLong(UNDEFINED)
                .putLong(UNDEFINED);
        out.put(keys.array());
        final byte[] layout = message(
                0x08,
                buffer(19)
                        .put((byte) 3)
                        .put((byte) 2)
                        .put((byte) 2)
                        .putLong(tree)
                        .putInt(chunk)
                        .putInt(size));
        final byte[] space = dataspace(count);
        final byte[] typed = message(0x03, ByteBuffer.wrap(type));
        if (!filtered) {
            return header(space, typed, layout);
        }
        final ByteBuffer pipeline = buffer(40).put((byte) 1).put((byte) 2).position(8);
        pipeline.putShort((short) 2)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(size)
                .putInt(0);
        pipeline.putShort((short) 1)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(6)
                .putInt(0);
        return header(space, typed, layout, message(0x0b, pipeline));
    }

    /** Puts lists into heap collections and gives the references to them, 16 bytes each. */
    byte[] references(final byte[][] lists, final int numberBytes) {
        final ByteBuffer references = buffer(16 * lists.length);
        int list = 0;
        while (list < lists.length) {
            final long address = address();
            int bytes = 16;
            int objects = 0;
            while (list + objects < lists.length
                    && (objects == 0 || bytes + 16 + padded(lists[list + objects].length) <= COLLECTION_BYTES - 16)) {
                bytes += 16 + padded(lists[list + objects].length);
                objects++;
            }
            final int collection = Math.max(COLLECTION_BYTES, bytes + 16);
            text("GCOL").putInt(1).putLong(collection);
            for (int i = 0; i < objects; i++) {
                final byte[] data = lists[list + i];
                out.putShort((short) (i + 1))
                        .putShort((short) 1)
                        .putInt(0)
                        .putLong(data.length)
                        .put(data);
                pad(padded(data.length) - data.length);
                references.putInt(data.length / numberBytes).putLong(data.length == 0 ? 0 : address);
                references.putInt(data.length == 0 ? 0 : i + 1);
            }
            out.putLong(0).putLong(collection - bytes);
            pad(collection - bytes - 16);
            list += objects;
        }
        return references.array();
    }

    static byte[] integer(final int size, final boolean signed, final ByteOrder order) {
        final int bits = (order == ByteOrder.BIG_ENDIAN ? 1 : 0) | (signed ? 8 : 0);
        return buffer(12)
                .put((byte) 0x10)
                .put((byte) bits)
                .putShort((short) 0)
                .putInt(size)
                .putShort((short) 0)
                .putShort((short) (8 * size))
                .array();
    }

    static byte[] real(final int size, final ByteOrder order) {
        final int exponent = size == 2 ? 5 : size == 4 ? 8 : 11;
        final int mantissa = 8 * size - 1 - exponent;
        return buffer(20)
                .put((byte) 0x11)
                .put((byte) (0x20 | (order == ByteOrder.BIG_ENDIAN ? 1 : 0)))
                .put((byte) (8 * size - 1))
                .put((byte) 0)
                .putInt(size)
                .putShort((short) 0)
                .putShort((short) (8 * size))
                .put((byte) mantissa)
                .put((byte) exponent)
                .put((byte) 0)
                .put((byte) mantissa)
                .putInt((1 << exponent - 1) - 1)
                .array();
    }

    static byte[] text(final int size) {
        return buffer(8)
                .put((byte) 0x13)
                .put((byte) 1)
                .putShort((short) 0)
                .putInt(size)
                .array();
    }

    static byte[] listOf(final byte[] type) {
        return buffer(8 + type.length)
                .put((byte) 0x19)
                .put(new byte[3])
                .putInt(16)
                .put(type)
                .array();
    }

    private long header(final byte[]... messages) {
        final long address = address();
        int bytes = 0;
        for (final byte[] message : messages) {
            bytes += message.length;
        }
        out.put((byte) 1)
                .put((byte) 0)
                .putShort((short) messages.length)
                .putInt(1)
                .putInt(bytes)
                .putInt(0);
        for (final byte[] message : messages) {
            out.put(message);
        }
        return address;
    }

    private static byte[] message(final int type, final ByteBuffer content) {
        final byte[] bytes = content.array();
        return buffer(8 + padded(bytes.length))
                .putShort((short) type)
                .putShort((short) padded(bytes.length))
                .putInt(0)
                .put(bytes)
                .array();
    }

    private static byte[] dataspace(final int count) {
        return message(0x01, buffer(16).put((byte) 1).put((byte) 1).position(8).putLong(count));
    }

    private static byte[] shuffled(final byte[] elements, final int size) {
        final byte[] shuffled = new byte[elements.length];
        final int count = elements.length / size;
        for (int i = 0; i < elements.length; i++) {
            shuffled[i % size * count + i / size] = elements[i];
        }
        return shuffled;
    }

    private static byte[] deflated(final byte[] bytes) {
        final Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        final byte[] deflated = new byte[2 * bytes.length + 64];
        final int length = deflater.deflate(deflated);
        deflater.end();
        return Arrays.copyOf(deflated, length);
    }

    private long address() {
        return out.position();
    }

    private ByteBuffer text(final String signature) {
        return out.put(signature.getBytes(StandardCharsets.US_ASCII));
    }

    private void pad(final int bytes) {
        out.put(new byte[bytes]);
    }

    private void align() {
        pad(padded(out.position()) - out.position());
    }

    private static int padded(final int bytes) {
        return bytes + 7 & ~7;
    }

    private static ByteBuffer buffer(final int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
