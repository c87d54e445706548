package org.ranvier.core.fault;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongSupplier;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/**
 * A synapse array some of whose synapses keep their weight: stuck devices theirs, those of dead lines 0.
 *
 * <p>After every operation that writes, the weights of the written rows are put back; so the array below computes with the weights that
 * are there. Dead lines are left out of pulses and updates, and what is sensed on one is 0 even if reads are noisy. Time and the energy of
 * driving lines are those of a sound array: its periphery does not know.
 */
public final class FaultyArray implements SynapseArray {
    private final SynapseArray array;
    private final int node;
    private final LongSupplier clock;
    private final List<Trigger> searching;
    private final FaultLog log;
    private final HeldWeights held;
    private final BitSet deadRows = new BitSet();
    private final BitSet deadColumns = new BitSet();
    private final LineMask masks;

    /**
     * @param array the array
     * @param node the core's fabric node
     * @param clock tells the current cycle
     * @param searching faults that happen to the first array that is read from some cycle on
     * @param log hears of faults
     */
    public FaultyArray(
            final SynapseArray array,
            final int node,
            final LongSupplier clock,
            final List<Trigger> searching,
            final FaultLog log) {
        this.array = array;
        this.node = node;
        this.clock = clock;
        this.searching = List.copyOf(searching);
        this.log = log;
        held = new HeldWeights(array);
        masks = new LineMask(array.rows(), array.columns());
    }

    /**
     * Makes a device, row or column faulty from now on.
     *
     * @param spec the fault
     * @param row the row, not used for a column
     * @param column the column, not used for a row
     * @param cycle the current cycle
     */
    public void strike(final FaultSpec spec, final int row, final int column, final long cycle) {
        switch (spec.kind()) {
            case DEAD_ROW -> {
                deadRows.set(row);
                for (int j = 0; j < columns(); j++) {
                    held.add(row, j, 0);
                }
                note(spec, cycle, "[" + row + "]");
            }
            case DEAD_COLUMN -> {
                deadColumns.set(column);
                for (int i = 0; i < rows(); i++) {
                    held.add(i, column, 0);
                }
                note(spec, cycle, "[*," + column + "]");
            }
            default -> stick(spec, row, column, cycle);
        }
    }

    /**
     * Strikes devices, rows or columns by chance.
     *
     * @param trigger the fault, a rate
     * @param cycle the current cycle
     */
    public void manufacture(final Trigger trigger, final long cycle) {
        final FaultKind kind = trigger.spec().kind();
        final int down = kind == FaultKind.DEAD_COLUMN ? 1 : rows();
        final int across = kind == FaultKind.DEAD_ROW ? 1 : columns();
        final long last = (long) down * across - 1;
        long event = 0;
        long at = trigger.gap(node, event);
        while (at <= last) {
            strike(trigger.spec(), (int) (at / across), (int) (at % across), cycle);
            event++;
            at += 1 + Math.min(last, trigger.gap(node, event));
        }
    }

    /** A device on a dead line shows 0, stuck or not. */
    private void stick(final FaultSpec spec, final int row, final int column, final long cycle) {
        if (deadRows.get(row) || deadColumns.get(column)) {
            return;
        }
        final int before = array.weight(row, column);
        held.add(
                row,
                column,
                switch (spec.how()) {
                    case FaultSpec.MINIMUM -> Integer.MIN_VALUE;
                    case FaultSpec.MAXIMUM -> Integer.MAX_VALUE;
                    default -> before;
                });
        log.add(
                spec,
                cycle,
                () -> place("[" + row + "," + column + "]"),
                () -> Integer.toString(before),
                () -> "stuck at " + array.weight(row, column));
    }

    private void note(final FaultSpec spec, final long cycle, final String index) {
        log.add(spec, cycle, () -> place(index), () -> "alive", () -> "dead");
    }

    private String place(final String index) {
        return FaultPlace.nodeName(node) + "." + PlaceRules.ARRAY + index;
    }

    /** Strikes what is the first array to be read, at the first driven row and, for lack of another, the first column. */
    private void search(final int firstRow) {
        for (int i = 0; i < searching.size(); i++) {
            final Trigger trigger = searching.get(i);
            if (firstRow >= 0 && trigger.isDue(clock.getAsLong())) {
                trigger.spend();
                strike(trigger.spec(), firstRow, 0, clock.getAsLong());
            }
        }
    }

    @Override
    public int rows() {
        return array.rows();
    }

    @Override
    public int columns() {
        return array.columns();
    }

    @Override
    public void attach(final Ledger ledger, final String path) {
        array.attach(ledger, path);
    }

    @Override
    public void phase(final EnergyPhase phase) {
        array.phase(phase);
    }

    @Override
    public int forward(final long[] rows, final int[] out) {
        search(LineMask.first(rows));
        final int cycles = array.forward(rows, out);
        clear(deadColumns, out, columns());
        return cycles;
    }

    @Override
    public int backward(final long[] plus, final long[] minus, final int[] out, final int sensed) {
        final int cycles = array.backward(plus, minus, out, sensed);
        clear(deadRows, out, sensed);
        return cycles;
    }

    @Override
    public int forward(final int[] values, final int shift, final int[] out) {
        search(LineMask.first(values, rows()));
        final int cycles = array.forward(values, shift, out);
        clear(deadColumns, out, columns());
        return cycles;
    }

    @Override
    public int backward(final int[] values, final int shift, final int[] out, final int sensed) {
        final int cycles = array.backward(values, shift, out, sensed);
        clear(deadRows, out, sensed);
        return cycles;
    }

    private static void clear(final BitSet lines, final int[] out, final int sensed) {
        for (int line = lines.nextSetBit(0); line >= 0 && line < sensed; line = lines.nextSetBit(line + 1)) {
            out[line] = 0;
        }
    }

    @Override
    public int accumulate(final int row, final int[] accumulator) {
        search(row);
        final int[] before = masks.columns(accumulator);
        final int cycles = array.accumulate(row, accumulator);
        for (int j = deadColumns.nextSetBit(0); j >= 0; j = deadColumns.nextSetBit(j + 1)) {
            accumulator[j] = before[j];
        }
        if (deadRows.get(row)) {
            System.arraycopy(before, 0, accumulator, 0, columns());
        }
        return cycles;
    }

    @Override
    public int pulse(final long[] rows, final long[] plus, final long[] minus) {
        final int cycles =
                array.pulse(masks.rows(rows, deadRows), masks.plus(plus, deadColumns), masks.minus(minus, deadColumns));
        for (int word = 0; word < rows.length; word++) {
            for (long rest = rows[word]; rest != 0; rest &= rest - 1) {
                held.restoreRow((word << 6) + Long.numberOfTrailingZeros(rest));
            }
        }
        return cycles;
    }

    @Override
    public int update(final int[] x, final int[] d, final int rate) {
        final int cycles = array.update(masks.rows(x, deadRows), masks.columns(d, deadColumns), rate);
        for (int row = 0; row < rows(); row++) {
            if (x[row] != 0) {
                held.restoreRow(row);
            }
        }
        return cycles;
    }

    @Override
    public void age(final double seconds) {
        array.age(seconds);
        held.restoreAll();
    }

    @Override
    public int weight(final int row, final int column) {
        return array.weight(row, column);
    }

    @Override
    public void weight(final int row, final int column, final int weight) {
        array.weight(row, column, weight);
        held.restoreRow(row);
    }

    @Override
    public void hold() {
        held.restoreAll();
    }

    @Override
    public SynapseArray physical() {
        return array.physical();
    }

    @Override
    public long coincidences() {
        return array.coincidences();
    }

    @Override
    public void save(final StateWriter out) {
        array.save(out);
        out.section("faulty array")
                .putInts(deadRows.stream().toArray())
                .putInts(deadColumns.stream().toArray());
        held.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        array.restore(in);
        in.section("faulty array");
        deadRows.clear();
        Arrays.stream(in.getInts()).forEach(deadRows::set);
        deadColumns.clear();
        Arrays.stream(in.getInts()).forEach(deadColumns::set);
        held.restore(in);
    }
}
