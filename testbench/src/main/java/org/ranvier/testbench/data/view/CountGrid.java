package org.ranvier.testbench.data.view;

/** Counts on a grid of cells, row-major from the upper left. */
final class CountGrid {
    private static final String SHADES = " \u2591\u2592\u2593\u2588";

    private final int width;
    private final int height;
    private final int[] counts;

    CountGrid(final int width, final int height) {
        this.width = width;
        this.height = height;
        this.counts = new int[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Adds to a cell, if there is one at this place. */
    void add(final int x, final int y, final int count) {
        if (x >= 0 && x < width && y >= 0 && y < height) {
            counts[y * width + x] += count;
        }
    }

    int at(final int x, final int y) {
        return counts[y * width + x];
    }

    /** Gives the largest count, at least 1. */
    int most() {
        int most = 1;
        for (final int count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }

    /** Spreads the cells over another grid: each goes to all cells that begin in its area, or the one that it begins in. */
    CountGrid resized(final int columns, final int rows) {
        final CountGrid resized = new CountGrid(columns, rows);
        for (int y = 0; y < Math.max(height, rows); y++) {
            for (int x = 0; x < Math.max(width, columns); x++) {
                final int fromX = columns > width ? (int) ((long) x * width / columns) : x;
                final int fromY = rows > height ? (int) ((long) y * height / rows) : y;
                final int toX = columns > width ? x : (int) ((long) x * columns / width);
                final int toY = rows > height ? y : (int) ((long) y * rows / height);
                resized.add(toX, toY, at(fromX, fromY));
            }
        }
        return resized;
    }

    /** Writes a row in blocks, from a blank for nothing to a full one for the most that there is. */
    String shades(final int y, final int most) {
        final StringBuilder text = new StringBuilder(width);
        for (int x = 0; x < width; x++) {
            final int count = at(x, y);
            // Rounded up: a single event is seen beside any number.
            final long shade = ((long) count * (SHADES.length() - 1) + most - 1) / most;
            text.append(SHADES.charAt((int) shade));
        }
        return text.toString();
    }
}
