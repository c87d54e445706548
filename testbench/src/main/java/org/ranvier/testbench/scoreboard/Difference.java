package org.ranvier.testbench.scoreboard;

/** Keeps the first difference between pairs of numbers of one sample. */
final class Difference {
    private final int sample;
    private Divergence found;

    /**
     * @param sample from 0
     */
    Difference(final int sample) {
        this.sample = sample;
    }

    void compare(final String quantity, final long expected, final long value) {
        if (found == null && expected != value) {
            found = new Divergence(sample, quantity, expected, value);
        }
    }

    void compare(final String quantity, final int[] expected, final int[] values) {
        for (int i = 0; i < expected.length && found == null; i++) {
            if (expected[i] != values[i]) {
                compare(quantity + " at [" + i + "]", expected[i], values[i]);
            }
        }
    }

    void compare(final String quantity, final int[][] expected, final int[][] values) {
        for (int i = 0; i < expected.length && found == null; i++) {
            for (int j = 0; j < expected[i].length && found == null; j++) {
                if (expected[i][j] != values[i][j]) {
                    compare(quantity + " at [" + i + "][" + j + "]", expected[i][j], values[i][j]);
                }
            }
        }
    }

    /** @return the first difference, or null */
    Divergence found() {
        return found;
    }
}
