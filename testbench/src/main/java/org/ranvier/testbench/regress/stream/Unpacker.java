package org.ranvier.testbench.regress.stream;

/** Reads what a {@link Packer} wrote, piece after piece. */
final class Unpacker {
    private static final int LOW_BITS = 0x7F;

    private final ByteSource source;
    private byte[] bytes = {};
    private int at;

    Unpacker(final ByteSource source) {
        this.source = source;
    }

    /** @return true when nothing is left */
    boolean isAtEnd() {
        while (bytes != null && at == bytes.length) {
            bytes = source.next();
            at = 0;
        }
        return bytes == null;
    }

    int get() {
        if (isAtEnd()) {
            throw new IllegalStateException("a stream ends within an event");
        }
        return bytes[at++] & 0xFF;
    }

    long getUnsigned() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = get();
            value |= (long) (next & LOW_BITS) << shift;
            shift += 7;
        } while (next > LOW_BITS);
        return value;
    }

    long getSigned() {
        final long value = getUnsigned();
        return value >>> 1 ^ -(value & 1);
    }

    long getWord() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            value |= (long) get() << shift;
        }
        return value;
    }
}
