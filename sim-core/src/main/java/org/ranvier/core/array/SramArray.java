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
 * <p>A row takes {@code ceil(columns * bits / port)} accesses: a forward read costs that per driven row, a transposed read as
 * many per sensed row, but no more than it drives columns, and a pulse reads and writes each pulsed row. A pulse changes a
 * weight by {@code step}, saturating to the element type; sums saturate to 32 bit after every weight, lines ascending, plus
 * columns before minus columns. Values are read and updated with the arithmetic of {@link ValueSums}, lines with the value 0
 * left out, at the accesses of a read or pulse of the same lines.
 */
public final class SramArray implements SynapseArray {
    private static final int WORD = 64;

    private final RegionType type;
    private final int columns;
    private final int step;
    private final int cyclesPerRow;
    private final int wordsPerRow;
    private final int[][] cells;
    private final ExactReads reads;
    private final Map<EnergyPhase, LedgerRow> ledger = new EnumMap<>(EnergyPhase.class);
    private long[] counts = new long[SramEvents.kinds().length];
    private long coincidences;

    /** Scratch: the columns that a transposed read drives or a pulse changes, plus columns first. */
    private final int[] lines;

    /** Scratch: learning rate times the value of each column that an update changes. */
    private final long[] products;

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
        this.lines = new int[2 * columns];
        this.products = new long[columns];
        this.reads = new ExactReads(rows, columns);
    }

    /** @return the element type of a weight */
    public RegionType type() {
        return type;
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
    public int forward(final long[] rows, final int[] out) {
        Arrays.fill(out, 0, columns, 0);
        int driven = 0;
        for (int word = 0; word < rows.length; word++) {
            for (long rest = rows[word]; rest != 0; rest &= rest - 1) {
                accumulate((word << 6) + Long.numberOfTrailingZeros(rest), out);
                driven++;
            }
        }
        return Math.max(1, driven * cyclesPerRow);
    }

    @Override
    public int backward(final long[] plus, final long[] minus, final int[] out, final int sensed) {
        final int up = list(plus, 0);
        final int driven = list(minus, up);
        for (int row = 0; row < sensed; row++) {
            final int[] weights = cells[row];
            int sum = 0;
            for (int k = 0; k < up; k++) {
                sum = saturate((long) sum + weights[lines[k]]);
            }
            for (int k = up; k < driven; k++) {
                sum = saturate((long) sum - weights[lines[k]]);
            }
            out[row] = sum;
        }
        counts[SramEvents.READ_WORD] += (long) sensed * Math.min(wordsPerRow, driven);
        counts[SramEvents.SYNAPTIC_OP] += (long) sensed * driven;
        return Math.max(1, sensed * Math.min(driven, cyclesPerRow));
    }

    /** Writes the numbers of the set bits to {@code lines} from a place on; returns the place behind them. */
    private int list(final long[] bits, final int from) {
        int at = from;
        for (int word = 0; word < bits.length; word++) {
            for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
                lines[at++] = (word << 6) + Long.numberOfTrailingZeros(rest);
            }
        }
        return at;
    }

    @Override
    public int forward(final int[] values, final int shift, final int[] out) {
        final int driven = reads.forward(cells, values, shift, out);
        count((long) driven * wordsPerRow, 0, (long) driven * columns);
        return Math.max(1, driven * cyclesPerRow);
    }

    @Override
    public int backward(final int[] values, final int shift, final int[] out, final int sensed) {
        final int driven = reads.backward(cells, values, shift, out, sensed);
        count((long) sensed * Math.min(wordsPerRow, driven), 0, (long) sensed * driven);
        return Math.max(1, sensed * Math.min(driven, cyclesPerRow));
    }

    @Override
    public int update(final int[] x, final int[] d, final int rate) {
        final int changed = list(d);
        for (int k = 0; k < changed; k++) {
            products[k] = (long) rate * d[lines[k]];
        }
        int changedRows = 0;
        for (int row = 0; changed > 0 && row < cells.length; row++) {
            if (x[row] != 0) {
                addOuterProduct(cells[row], x[row], changed);
                changedRows++;
            }
        }
        final long words = (long) changedRows * wordsPerRow;
        count(words, words, (long) changedRows * changed);
        coincidences += (long) changedRows * changed;
        return Math.max(1, 2 * changedRows * cyclesPerRow);
    }

    private void addOuterProduct(final int[] weights, final int value, final int changed) {
        for (int k = 0; k < changed; k++) {
            final int column = lines[k];
            final long weight = weights[column] + ValueSums.change(products[k], value);
            weights[column] = (int) Math.max(type.min(), Math.min(type.max(), weight));
        }
    }

    /** Lists the columns whose value is not 0. */
    private int list(final int[] values) {
        int at = 0;
        for (int column = 0; column < columns; column++) {
            if (values[column] != 0) {
                lines[at++] = column;
            }
        }
        return at;
    }

    /** Counts an operation with values, one product and one sum a weight. */
    private void count(final long read, final long written, final long weights) {
        counts[SramEvents.READ_WORD] += read;
        counts[SramEvents.WRITE_WORD] += written;
        counts[SramEvents.SYNAPTIC_OP] += weights;
        counts[SramEvents.MULTIPLY] += weights;
    }

    @Override
    public int pulse(final long[] rows, final long[] plus, final long[] minus) {
        final int up = list(plus, 0);
        final int pulsed = list(minus, up);
        if (pulsed == 0) {
            return 1;
        }
        int pulsedRows = 0;
        for (int word = 0; word < rows.length; word++) {
            for (long rest = rows[word]; rest != 0; rest &= rest - 1) {
                final int[] weights = cells[(word << 6) + Long.numberOfTrailingZeros(rest)];
                change(weights, 0, up, step);
                change(weights, up, pulsed, -(long) step);
                counts[SramEvents.READ_WORD] += wordsPerRow;
                counts[SramEvents.WRITE_WORD] += wordsPerRow;
                counts[SramEvents.SYNAPTIC_OP] += pulsed;
                coincidences += pulsed;
                pulsedRows++;
            }
        }
        return Math.max(1, 2 * pulsedRows * cyclesPerRow);
    }

    private void change(final int[] weights, final int from, final int to, final long difference) {
        for (int k = from; k < to; k++) {
            final int column = lines[k];
            weights[column] = (int) Math.max(type.min(), Math.min(type.max(), weights[column] + difference));
        }
    }

    @Override
    public int accumulate(final int row, final int[] accumulator) {
        final int[] weights = cells[row];
        for (int column = 0; column < columns; column++) {
            accumulator[column] = add(accumulator[column], weights[column]);
        }
        counts[SramEvents.READ_WORD] += wordsPerRow;
        counts[SramEvents.SYNAPTIC_OP] += columns;
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

    private static int saturate(final long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    /** A saturating sum: overflow shows in the signs, both operands differ from the result. */
    private static int add(final int a, final int b) {
        final int sum = a + b;
        final int overflow = ((a ^ sum) & (b ^ sum)) >> 31;
        return sum ^ (sum ^ (sum >> 31) ^ Integer.MIN_VALUE) & overflow;
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
