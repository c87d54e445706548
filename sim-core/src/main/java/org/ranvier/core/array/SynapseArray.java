package org.ranvier.core.array;

import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.state.Stateful;

/**
 * A rectangle of synapses with row lines (inputs) and column lines (outputs).
 *
 * <p>Line vectors are bit sets, bit i of word i / 64, with the bits beyond the last line clear; read-outs are int arrays.
 * Read-outs are in the array's weight unit: for a Q20 array the sum of {@code round(w * 2^20)}. A positive product of row and
 * column signal raises a weight. Each operation counts its events in the row of the phase last given to {@link #phase} and
 * returns the cycles it occupies the array, which may depend on the data.
 */
public interface SynapseArray extends Stateful {
    /** @return row lines, the bias row included when the program uses one */
    int rows();

    /** @return column lines */
    int columns();

    /**
     * Connects the array to the ledger; called once before any operation.
     *
     * @param ledger the chip's ledger
     * @param path the array's path, e.g. {@code core[3].array}
     */
    void attach(Ledger ledger, String path);

    /**
     * Says what the following operations are for.
     *
     * @param phase the phase their energy is booked under
     */
    void phase(EnergyPhase phase);

    /**
     * Forward read: drives rows with unit amplitude and senses all columns, {@code out[j] = sum of W[i][j] over set rows}.
     *
     * @param rows the driven rows, a bit set
     * @param out one value per column; may be longer than {@link #columns}
     * @return the cycles it takes
     */
    int forward(long[] rows, int[] out);

    /**
     * Transposed read: drives columns with +1 and -1 and senses rows.
     *
     * @param plus columns driven with +1
     * @param minus columns driven with -1
     * @param out one value per sensed row
     * @param sensed how many rows are sensed, from row 0; leaves out a bias row at the end
     * @return the cycles it takes
     */
    int backward(long[] plus, long[] minus, int[] out, int sensed);

    /**
     * Forward read driven by values: {@code out[j] = sum of W[i][j] values[i] 2^-shift}.
     *
     * <p>An array that computes exactly does so by {@link ValueSums}; any other as exactly as its converters and devices allow.
     *
     * @param values one value per row, in units of {@code 2^-shift}; may be longer than {@link #rows}
     * @param shift the position of their binary point, 0..63
     * @param out one value per column, in the array's weight unit; may be longer than {@link #columns}, must not be values
     * @return the cycles it takes
     */
    int forward(int[] values, int shift, int[] out);

    /**
     * Transposed read driven by values: {@code out[i] = sum of W[i][j] values[j] 2^-shift}.
     *
     * @param values one value per column, in units of {@code 2^-shift}; may be longer than {@link #columns}
     * @param shift the position of their binary point, 0..63
     * @param out one value per sensed row, in the array's weight unit; must not be values
     * @param sensed how many rows are sensed, from row 0
     * @return the cycles it takes
     */
    int backward(int[] values, int shift, int[] out, int sensed);

    /**
     * Outer-product update: {@code W[i][j] += rate x[i] d[j]}, exactly in a digital array, by pulse trains in a crossbar.
     *
     * @param x one value per row, Q20
     * @param d one value per column, Q20
     * @param rate the learning rate, Q20
     * @return the cycles it takes
     */
    int update(int[] x, int[] d, int rate);

    /**
     * Coincidence pulses: one up pulse at every set row and plus column, one down pulse at every set row and minus column.
     *
     * @param rows pulsed rows
     * @param plus columns pulsed for potentiation
     * @param minus columns pulsed for depression
     * @return the cycles it takes, up and down slots included as far as they are needed
     */
    int pulse(long[] rows, long[] plus, long[] minus);

    /**
     * Adds one row to an accumulator, {@code accumulator[j] += W[row][j]}: what a digital array does for one arriving spike.
     *
     * @param row the row
     * @param accumulator one value per column
     * @return the cycles it takes
     */
    int accumulate(int row, int[] accumulator);

    /**
     * Lets time pass between samples: whatever changes by itself does so now, once. A digital array does not change.
     *
     * @param seconds how much time has passed, 0 or more
     */
    default void age(final double seconds) {}

    /**
     * Reads one weight without cost: for monitors, hashes and saved models, never for a program.
     *
     * @param row the row
     * @param column the column
     * @return the weight in the array's unit
     */
    int weight(int row, int column);

    /**
     * Sets one weight without cost, before a run.
     *
     * @param row the row
     * @param column the column
     * @param weight the weight in the array's unit
     */
    void weight(int row, int column, int weight);

    /** Puts right what lanes wrote to the array's words although those do not take it. An array takes everything unless it has faults. */
    default void hold() {}

    /** @return the array itself, beneath what stands in front of it */
    default SynapseArray physical() {
        return this;
    }

    /** @return single-device pulses applied so far: coincidences, over all phases */
    long coincidences();
}
