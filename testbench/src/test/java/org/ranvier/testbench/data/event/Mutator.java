package org.ranvier.testbench.data.event;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages files in the ways of disks, networks and bad tempers; the same seed damages the same. */
final class Mutator {
    private static final long[] EXTREMES = {
        0,
        1,
        -1,
        0x7f,
        0x80,
        0xff,
        0x7fff,
        0x8000,
        0xffff,
        0x7fff_ffffL,
        0x8000_0000L,
        0xffff_ffffL,
        1L << 20,
        1L << 30,
        1L << 40,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };
    private static final int[] WIDTHS = {1, 2, 4, 8};

    private final SplittableRandom random;

    Mutator(final long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Gives a whole number below a bound. */
    int below(final int bound) {
        return random.nextInt(bound);
    }

    /** Damages a file in one to four ways; another one of its kind gives the material for splices. */
    byte[] damage(final byte[] file, final byte[] other) {
        byte[] damaged = file.clone();
        final int ways = 1 + random.nextInt(4);
        for (int i = 0; i < ways; i++) {
            damaged = once(damaged, other);
        }
        return damaged;
    }

    private byte[] once(final byte[] file, final byte[] other) {
        if (file.length == 0) {
            return other.clone();
        }
        final int at = place(file.length);
        final int length = Math.min(file.length - at, 1 + random.nextInt(1 << random.nextInt(10)));
        return switch (random.nextInt(9)) {
            case 0 -> flipped(file, at);
            case 1 -> number(file, at, EXTREMES[random.nextInt(EXTREMES.length)]);
            case 2 -> number(file, at, random.nextLong());
            case 3 -> stepped(file, at);
            case 4 -> Arrays.copyOf(file, at);
            case 5 -> joined(Arrays.copyOf(file, at), file, at + length);
            case 6 -> joined(Arrays.copyOf(file, at + length), file, at);
            case 7 -> moved(file, place(file.length), at, length);
            default -> joined(Arrays.copyOf(file, at), other, place(other.length + 1));
        };
    }

    /** Half of the places are near the beginning, where headers are. */
    private int place(final int length) {
        return random.nextBoolean() ? random.nextInt(length) : random.nextInt(Math.min(length, 256));
    }

    private byte[] flipped(final byte[] file, final int at) {
        file[at] ^= (byte) (1 << random.nextInt(8));
        return file;
    }

    private byte[] stepped(final byte[] file, final int at) {
        file[at] += (byte) (random.nextInt(9) - 4);
        return file;
    }

    private byte[] number(final byte[] file, final int at, final long value) {
        final int width = WIDTHS[random.nextInt(WIDTHS.length)];
        final boolean big = random.nextBoolean();
        final int start = random.nextBoolean() ? at : at / width * width;
        for (int i = 0; i < width && start + i < file.length; i++) {
            file[start + i] = (byte) (value >>> 8 * (big ? width - 1 - i : i));
        }
        return file;
    }

    private static byte[] moved(final byte[] file, final int from, final int to, final int length) {
        System.arraycopy(file.clone(), from, file, to, Math.min(length, file.length - from));
        return file;
    }

    private static byte[] joined(final byte[] head, final byte[] tail, final int from) {
        final byte[] whole = Arrays.copyOf(head, head.length + tail.length - from);
        System.arraycopy(tail, from, whole, head.length, tail.length - from);
        return whole;
    }
}
