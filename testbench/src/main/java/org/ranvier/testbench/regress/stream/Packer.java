package org.ranvier.testbench.regress.stream;

import java.util.Arrays;

/** Bytes of numbers, small ones in few: seven bits a byte, the lowest first, the top bit set in all but the last. */
final class Packer {
    private static final int LONGEST = 10;
    private static final int LOW_BITS = 0x7F;
    private static final int MORE = 0x80;

    private byte[] bytes = new byte[1 << 12];
    private int size;

    int size() {
        return size;
    }

    byte[] bytes() {
        return bytes;
    }

    void clear() {
        size = 0;
    }

    void put(final int value) {
        room();
        bytes[size++] = (byte) value;
    }

    void putUnsigned(final long value) {
        room();
        long rest = value;
        while ((rest & ~LOW_BITS) != 0) {
            bytes[size++] = (byte) (rest | MORE);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Numbers near 0 of either sign are short. */
    void putSigned(final long value) {
        putUnsigned(value << 1 ^ value >> Long.SIZE - 1);
    }

    void putWord(final long value) {
        room();
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    private void room() {
        if (size + LONGEST > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }
}
