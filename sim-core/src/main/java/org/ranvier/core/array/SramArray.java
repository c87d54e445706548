package org.ranvier.core.array;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.memory.RegionType;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/**
 * A synapse array of SRAM words, stored dense, that does digitally what a crossbar does in its devices.
 *
 * <p>A row takes {@code ceil(columns * bits / port)} cycles: a forward read costs that per driven row, a transposed read touches
 * every sensed row once, a pulse reads and writes each pulsed row. A pulse changes a weight by {@code step}, saturating to the
 * element type.
 */
public final class SramArray implements SynapseArray {
    private static final int WORD = 64;

    private final RegionType type;
    private final int columns;
    private final int step;
    private final int cyclesPerRow;
    private final int wordsPerRow;
    private final int[][] cells;
    private final Map<EnergyPhase, LedgerRow> ledger = new EnumMap<>(EnergyPhase.class);
    private long[] counts = new long[SramEvents.kinds().length];
    private long coincidences;

    /**
     * Creates an array of zeros.
     *
     * @param rows row lines, at least 1
     * @param columns column lines, at least 1
     * @param type element type of a weight, not bit
     * @param step what one coincidence adds or takes
     * @param portBits bits that one access moves
     */
    public SramArray(final int rows, final int columns, final RegionType type, final int step, final int portBits) {
        ConfigurationException.checkRange("array.rows", rows, 1, 1 << 20);
        ConfigurationException.checkRange("array.columns", columns, 1, 1 << 20);
        this.type = type;
        this.columns = columns;
        this.step = step;
        final int bits = columns * type.bits();
        this.cyclesPerRow = (bits + portBits - 1) / portBits;
        this.wordsPerRow = (bits + WORD - 1) / WORD;
        this.cells = new int[rows][columns];
    }

    /** @return the weights, one array per row, for vector instructions that name the array */
    public int[][] cells() {
        return cells;
    }

    @Override
    public int rows() {
        return cells.length;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void attach(final Ledger chip, final String path) {
        for (final EnergyPhase phase : EnergyPhase.values()) {
            ledger.put(phase, chip.open(path, phase, SramEvents.kinds()));
        }
        phase(EnergyPhase.CONTROL);
    }

    @Override
    public void phase(final EnergyPhase phase) {
        counts = ledger.get(phase).counts();
    }

    @Override
    public void forward(final long[] rows, final int[] out) {
        Arrays.fill(out, 0, columns, 0);
        for (int row = 0; row < cells.length; row++) {
            if (isSet(rows, row)) {
                accumulate(row, out);
            }
        }
    }

    @Override
    public void backward(final long[] plus, final long[] minus, final int[] out, final int sensed) {
        int driven = 0;
        Arrays.fill(out, 0, sensed, 0);
        for (int column = 0; column < columns; column++) {
            final int sign = (isSet(plus, column) ? 1 : 0) - (isSet(minus, column) ? 1 : 0);
            if (sign != 0) {
                driven++;
                for (int row = 0; row < sensed; row++) {
                    out[row] += sign * cells[row][column];
                }
            }
        }
        counts[SramEvents.READ_WORD] += (long) sensed * wordsPerRow;
        counts[SramEvents.SYNAPTIC_OP] += (long) sensed * driven;
    }

    @Override
    public void pulse(final long[] rows, final long[] plus, final long[] minus) {
        for (int row = 0; row < cells.length; row++) {
            if (isSet(rows, row)) {
                counts[SramEvents.READ_WORD] += wordsPerRow;
                counts[SramEvents.WRITE_WORD] += wordsPerRow;
                for (int column = 0; column < columns; column++) {
                    change(row, column, (isSet(plus, column) ? 1 : 0) - (isSet(minus, column) ? 1 : 0));
                }
            }
        }
    }

    private void change(final int row, final int column, final int sign) {
        if (sign != 0) {
            coincidences++;
            counts[SramEvents.SYNAPTIC_OP]++;
            weight(row, column, cells[row][column] + sign * step);
        }
    }

    @Override
    public void accumulate(final int row, final int[] accumulator) {
        final int[] weights = cells[row];
        for (int column = 0; column < columns; column++) {
            accumulator[column] += weights[column];
        }
        counts[SramEvents.READ_WORD] += wordsPerRow;
        counts[SramEvents.SYNAPTIC_OP] += columns;
    }

    @Override
    public int forwardCycles(final int drivenRows) {
        return Math.max(1, drivenRows * cyclesPerRow);
    }

    @Override
    public int backwardCycles(final int drivenColumns, final int sensed) {
        return Math.max(1, sensed);
    }

    @Override
    public int pulseCycles(final int pulsedRows, final boolean anyPlus, final boolean anyMinus) {
        return Math.max(1, 2 * pulsedRows * cyclesPerRow);
    }

    @Override
    public int accumulateCycles() {
        return cyclesPerRow;
    }

    @Override
    public int weight(final int row, final int column) {
        return cells[row][column];
    }

    @Override
    public void weight(final int row, final int column, final int weight) {
        cells[row][column] = Math.max(type.min(), Math.min(type.max(), weight));
    }

    @Override
    public long coincidences() {
        return coincidences;
    }

    private static boolean isSet(final long[] bits, final int i) {
        return (bits[i >> 6] >>> i & 1) != 0;
    }

    @Override
    public void save(final StateWriter out) {
        out.section("sram").putLong(coincidences);
        for (final int[] row : cells) {
            out.putInts(row);
        }
    }

    @Override
    public void restore(final StateReader in) {
        coincidences = in.section("sram").getLong();
        for (final int[] row : cells) {
            in.getInts(row);
        }
    }
}
