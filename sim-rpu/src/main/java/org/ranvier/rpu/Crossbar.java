package org.ranvier.rpu;

import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.cell.Lines;
import org.ranvier.rpu.cell.ReadMode;

/**
 * A synapse array of resistive devices: reads sum currents in either direction, pulses that coincide on a row and a column
 * change the device at the crossing. Weights and read-outs are Q20.
 *
 * <p>Sums are exact: construction fails when full drive of all lines could leave the int range, i.e. when the devices' bounds
 * along some line add up to 2048 or more. Only read noise can reach the ends of the range, and saturates there. All up pulses
 * of a {@link #pulse} come in one slot and all down pulses in the next, so a device meets at most one pulse per slot.
 */
public final class Crossbar implements SynapseArray {
    /** Where the noise addresses of ageing begin, far beyond any pulse slot. */
    private static final long AGEING_SLOTS = 1L << 55;

    private final CrossbarSpec spec;
    private final String identity;
    private final ArraySite site;
    private final int rows;
    private final int columns;
    private final Cells cells;
    private final int[][] weights;
    private final Lines rowLines;
    private final Lines plusLines;
    private final Lines minusLines;
    private final EventCounts events;
    private final PulseCounters counters;

    /** Null when lines have no resistance. */
    private final WiredReads wired;

    /** Made when values first drive the array: the buffers would be wasted on spikes. */
    private ValuePorts ports;

    private long slots;
    private long reads;
    private long ages;
    private long coincidences;

    /**
     * Builds the array with its devices at weight 0, as near as their bounds allow.
     *
     * @param spec what to build
     * @throws ConfigurationException when a read-out could leave the int range
     */
    public Crossbar(final CrossbarSpec spec) {
        this.spec = spec;
        identity = "crossbar " + spec;
        site = spec.site();
        rows = spec.rows();
        columns = spec.columns();
        cells = spec.device().build(site);
        weights = cells.weights();
        events = new EventCounts(rows, columns, spec.timing());
        cells.attach(events);
        rowLines = new Lines(rows);
        plusLines = new Lines(columns);
        minusLines = new Lines(columns);
        counters = spec.countPulses() ? new PulseCounters(rows, columns) : null;
        wired = spec.wires() == null ? null : new WiredReads(spec.wires(), weights);
        checkReach();
    }

    private ValuePorts ports() {
        if (ports == null) {
            ports = new ValuePorts(
                    spec.periphery(),
                    site,
                    spec.device().granularity(),
                    counters,
                    wired == null ? null : wired.product());
        }
        return ports;
    }

    private void checkReach() {
        final long[] columnReach = new long[columns];
        for (int i = 0; i < rows; i++) {
            long rowReach = 0;
            for (int j = 0; j < columns; j++) {
                final int reach = cells.reach(i, j);
                rowReach += reach;
                columnReach[j] += reach;
            }
            checkLine("crossbar.columns", columns, "row " + i, rowReach);
        }
        for (int j = 0; j < columns; j++) {
            checkLine("crossbar.rows", rows, "column " + j, columnReach[j]);
        }
    }

    private static void checkLine(final String option, final int lines, final String line, final long reach) {
        if (reach > Integer.MAX_VALUE) {
            throw ConfigurationException.of(
                    option,
                    lines,
                    "device bounds that add up to less than 2048 along each line, but on " + line + " they make "
                            + reach / Fixed.ONE);
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void attach(final Ledger ledger, final String path) {
        events.attach(ledger, path);
    }

    @Override
    public void phase(final EnergyPhase phase) {
        events.phase(phase.ordinal());
    }

    @Override
    public int forward(final long[] driven, final int[] out) {
        rowLines.gather(driven);
        if (wired == null) {
            ReadKernels.sumRows(weights, rowLines, out, columns);
        } else {
            wired.forward(rowLines, out);
        }
        disturb(out, columns);
        events.forwardRead(rowLines.count(), columns, 1, ReadMode.SPIKES);
        return events.takeCycles();
    }

    /** {@inheritDoc} A read that drives no column does not take place: zeros, no events, no noise, no cycles. */
    @Override
    public int backward(final long[] plus, final long[] minus, final int[] out, final int sensed) {
        plusLines.gather(plus);
        minusLines.gather(minus);
        if (wired == null) {
            ReadKernels.sumColumns(weights, plusLines, minusLines, out, sensed);
        } else {
            wired.backward(plusLines, minusLines, out, sensed);
        }
        final int driven = plusLines.count() + minusLines.count();
        if (driven > 0) {
            disturb(out, sensed);
            events.backwardRead(driven, sensed, 1, ReadMode.SPIKES);
        }
        return events.takeCycles();
    }

    /** {@inheritDoc} A read that drives no row does not take place: zeros, no events, no noise, no cycles. */
    @Override
    public int forward(final int[] values, final int shift, final int[] out) {
        ports().forward(weights, values, shift, out, events);
        return events.takeCycles();
    }

    /** {@inheritDoc} A read that drives no column does not take place. */
    @Override
    public int backward(final int[] values, final int shift, final int[] out, final int sensed) {
        ports().backward(weights, values, shift, out, sensed, events);
        return events.takeCycles();
    }

    /** {@inheritDoc} By pulse trains: what changes is what their coincidences make of it. */
    @Override
    public int update(final int[] x, final int[] d, final int rate) {
        final long before = events.coincidences();
        slots += ports().update(cells, x, d, rate, slots, events);
        changed();
        coincidences += events.coincidences() - before;
        return events.takeCycles();
    }

    /** {@inheritDoc} A slot without a pulsed column does not take place. */
    @Override
    public int pulse(final long[] pulsed, final long[] plus, final long[] minus) {
        rowLines.gather(pulsed);
        slot(plusLines.gather(plus), true);
        slot(minusLines.gather(minus), false);
        return events.takeCycles();
    }

    private void slot(final Lines columnLines, final boolean up) {
        if (columnLines.count() == 0) {
            return;
        }
        cells.pulse(rowLines, columnLines, up, slots);
        changed();
        slots++;
        final long pulsed = (long) rowLines.count() * columnLines.count();
        coincidences += pulsed;
        events.update(1, rowLines.count(), columnLines.count(), pulsed);
        if (counters != null) {
            counters.count(rowLines, columnLines);
        }
    }

    /** {@inheritDoc} For a crossbar this is a forward read of one row, its result added outside the array. */
    @Override
    public int accumulate(final int row, final int[] accumulator) {
        if (wired == null) {
            ReadKernels.add(accumulator, weights[row], columns);
        } else {
            wired.accumulate(row, accumulator);
        }
        disturb(accumulator, columns);
        events.forwardRead(1, columns, 1, ReadMode.SPIKES);
        return events.takeCycles();
    }

    private void disturb(final int[] out, final int sensed) {
        if (spec.readNoise() > 0) {
            final double scale = spec.readNoise() * Fixed.ONE;
            for (int line = 0; line < sensed; line++) {
                // The cast saturates.
                out[line] = (int) Math.rint(out[line] + scale * site.normal(ArraySite.Purpose.READ, line, reads));
            }
            reads++;
        }
    }

    /** {@inheritDoc} Devices decay and diffuse by one step, as often as this is called, and drift for as long as it was. */
    @Override
    public void age(final double seconds) {
        final long slot = AGEING_SLOTS + ages;
        ages++;
        cells.decay(1, slot);
        cells.diffuse(slot);
        cells.drift(seconds, slot);
        changed();
    }

    @Override
    public int weight(final int row, final int column) {
        return weights[row][column];
    }

    /** {@inheritDoc} A weight beyond the device's bounds becomes the bound. */
    @Override
    public void weight(final int row, final int column, final int weight) {
        cells.weight(row, column, weight);
        changed();
    }

    /** Whoever keeps something made of the weights must make it anew. */
    private void changed() {
        if (ports != null) {
            ports.changed();
        }
        if (wired != null) {
            wired.changed();
        }
    }

    @Override
    public long coincidences() {
        return coincidences;
    }

    /** @return pulse slots so far; up and down pulses of one {@link #pulse} are two */
    public long pulseSlots() {
        return slots;
    }

    /**
     * Counts what one device has received.
     *
     * @param row the device's row
     * @param column the device's column
     * @return its pulses so far, up and down together
     * @throws ConfigurationException when the crossbar does not count pulses per device
     */
    public long pulses(final int row, final int column) {
        return counters().pulses(row, column);
    }

    /**
     * Counts the slots that pulsed just one of a device's lines.
     *
     * @param row the device's row
     * @param column the device's column
     * @return its half-select exposure so far, in slots
     * @throws ConfigurationException when the crossbar does not count pulses per device
     */
    public long halfSelects(final int row, final int column) {
        return counters().halfSelects(row, column);
    }

    private PulseCounters counters() {
        if (counters == null) {
            throw ConfigurationException.of("crossbar.count_pulses", false, "true to read a device's pulses");
        }
        return counters;
    }

    @Override
    public void save(final StateWriter out) {
        out.section(identity);
        out.putLong(slots).putLong(reads).putLong(ages).putLong(coincidences).putInt(events.phase());
        cells.save(out);
        out.putInt(ports == null ? 0 : 1);
        if (ports != null) {
            ports.save(out);
        }
        if (counters != null) {
            counters.save(out);
        }
    }

    @Override
    public void restore(final StateReader in) {
        in.section(identity);
        slots = in.getLong();
        reads = in.getLong();
        ages = in.getLong();
        coincidences = in.getLong();
        events.phase(in.getInt());
        cells.restore(in);
        ports = null;
        changed();
        if (in.getInt() != 0) {
            ports().restore(in);
        }
        if (counters != null) {
            counters.restore(in);
        }
    }
}
