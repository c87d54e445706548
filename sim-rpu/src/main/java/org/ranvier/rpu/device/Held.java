package org.ranvier.rpu.device;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.rpu.cell.Fixed;

/**
 * What the devices of an array hold, each weight in two parts: a whole number of Q20 units, which is what a read without write
 * noise sees, and a rest of half a unit or less.
 *
 * <p>The rest is a float, so a weight has 2^-45 of resolution near any value, in 8 bytes a device, and a change of a whole row
 * takes loops of 32-bit numbers only, which the JIT compiler vectorises. Every float, and every double of 44 bits behind the
 * point, is held exactly as long as its magnitude is below {@link Fixed#LIMIT}.
 */
public final class Held implements Stateful {
    /** The largest change, in weights, that {@link #add} rounds correctly. */
    static final double LARGEST_CHANGE = 2;

    /** Adding and subtracting it rounds a number below 2^22 to a whole one, halves to even: 1.5 * 2^23. */
    private static final float ROUNDER = 0x1.8p23f;

    private static final float UNIT = 0x1p-20f;

    private final int[][] units;
    private final float[][] rest;
    private final float[] moved;

    /**
     * @param rows rows
     * @param columns columns
     */
    Held(final int rows, final int columns) {
        units = new int[rows][columns];
        rest = new float[rows][columns];
        moved = new float[columns];
    }

    /** @return the live weights in Q20, without their rests */
    int[][] units() {
        return units;
    }

    /**
     * Shows a weight.
     *
     * @param row the row
     * @param column the column
     * @return the device's weight
     */
    public double get(final int row, final int column) {
        return Fixed.toDouble(units[row][column]) + rest[row][column];
    }

    /** Makes a device hold a weight. */
    void set(final int row, final int column, final double weight) {
        final int whole = Fixed.of(weight);
        units[row][column] = whole;
        rest[row][column] = (float) (weight - Fixed.toDouble(whole));
    }

    /** Copies the weights of a row. */
    void load(final int row, final double[] into) {
        for (int column = 0; column < into.length; column++) {
            into[column] = get(row, column);
        }
    }

    /** Makes the devices of a row hold weights. */
    void store(final int row, final double[] weights) {
        for (int column = 0; column < weights.length; column++) {
            set(row, column, weights[column]);
        }
    }

    /** Copies the weights of some devices of a row. */
    void load(final int row, final int[] columns, final int count, final double[] into) {
        for (int i = 0; i < count; i++) {
            into[columns[i]] = get(row, columns[i]);
        }
    }

    /** Makes some devices of a row hold weights. */
    void store(final int row, final int[] columns, final int count, final double[] weights) {
        for (int i = 0; i < count; i++) {
            set(row, columns[i], weights[columns[i]]);
        }
    }

    /**
     * Copies the weights of a row, rounded to single precision.
     *
     * @param row the row
     * @param into gets them
     */
    public void load(final int row, final float[] into) {
        whole(units[row], into);
        final float[] more = rest[row];
        for (int column = 0; column < into.length; column++) {
            into[column] = into[column] * UNIT + more[column];
        }
    }

    private static void whole(final int[] units, final float[] into) {
        for (int column = 0; column < into.length; column++) {
            into[column] = units[column];
        }
    }

    /**
     * Changes the weights of a row.
     *
     * @param row the row
     * @param change per column, of magnitude {@link #LARGEST_CHANGE} or less
     */
    void add(final int row, final float[] change) {
        split(rest[row], change, moved);
        move(moved, units[row]);
    }

    /** Adds to rests what fits there; what is left are whole units. */
    private static void split(final float[] rest, final float[] change, final float[] moved) {
        for (int column = 0; column < change.length; column++) {
            final float sum = rest[column] + change[column];
            final float whole = (sum * (1 / UNIT) + ROUNDER) - ROUNDER;
            rest[column] = sum - whole * UNIT;
            moved[column] = whole;
        }
    }

    private static void move(final float[] moved, final int[] units) {
        for (int column = 0; column < units.length; column++) {
            units[column] += (int) moved[column];
        }
    }

    @Override
    public void save(final StateWriter out) {
        for (int row = 0; row < units.length; row++) {
            out.putInts(units[row]);
            for (final float value : rest[row]) {
                out.putInt(Float.floatToRawIntBits(value));
            }
        }
    }

    @Override
    public void restore(final StateReader in) {
        for (int row = 0; row < units.length; row++) {
            in.getInts(units[row]);
            for (int column = 0; column < units[row].length; column++) {
                rest[row][column] = Float.intBitsToFloat(in.getInt());
            }
        }
    }
}
