package org.ranvier.testbench.app;

import java.util.Arrays;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.memory.Region;
import org.ranvier.core.memory.RegionSpec;

/**
 * What one probe has seen, as CSV.
 *
 * <p>Bits seen every tick make a raster, a line per set bit: {@code sample,tick,index}. Everything else is a line per row of the
 * region, {@code sample,tick,0,1,...}; a list is one row of all its elements. A column {@code row} follows where the region has several, {@code tick} is left out in one
 * record a sample. A record a sample holds, for bits at a probe point, how often each was set; else what was last seen.
 */
final class ProbeLog {
    private static final int NOTHING = Integer.MIN_VALUE;

    private final AppProbe probe;
    private final Core core;
    private final SynapseArray array;
    private final RegionSpec shape;
    private final CsvOutput out;
    private final int rows;
    private final int columns;
    private final int[][] seen;
    private final StringBuilder line = new StringBuilder();
    private int pending = NOTHING;

    /**
     * @param probe what is watched
     * @param core the core
     * @param array the core's synapse array, or null
     * @param region the region's number
     * @param out where lines go
     */
    ProbeLog(final AppProbe probe, final Core core, final SynapseArray array, final int region, final CsvOutput out) {
        this.probe = probe;
        this.core = core;
        this.array = array;
        this.shape = core.program().regions().get(region);
        this.out = out;
        this.rows = shape.isList() ? 1 : shape.rows();
        this.columns = shape.elements() / rows;
        this.seen = new int[rows][columns];
        out.line(header());
    }

    private CharSequence header() {
        line.setLength(0);
        line.append("sample").append(probe.perSample() ? "" : ",tick").append(rows > 1 ? ",row" : "");
        if (isRaster()) {
            return line.append(",index");
        }
        for (int column = 0; column < columns; column++) {
            line.append(',').append(column);
        }
        return line;
    }

    private boolean isRaster() {
        return !probe.perSample() && isBits();
    }

    private boolean isBits() {
        return shape.type().bits() == 1;
    }

    AppProbe probe() {
        return probe;
    }

    /**
     * The program is at the point.
     *
     * @param region the region
     * @param sample the sample
     * @param tick the tick
     * @param cycle the cycle
     */
    void hit(final Region region, final int sample, final int tick, final long cycle) {
        out.at(cycle);
        if (probe.region() != null && pending != tick) {
            flush(sample);
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                final int value = value(region, row, column);
                seen[row][column] = probe.perSample() && isBits() ? seen[row][column] + value : value;
            }
        }
        pending = tick;
        if (probe.region() == null && !probe.perSample()) {
            flush(sample);
        }
    }

    /**
     * The sample is over.
     *
     * @param sample the sample
     */
    void sampleEnd(final int sample) {
        if (probe.region() != null && probe.perSample()) {
            readNow();
        }
        flush(sample);
    }

    private static int value(final Region region, final int row, final int column) {
        return region.spec().isList() ? region.elements().get(column) : region.get(row, column);
    }

    private void readNow() {
        pending = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                seen[row][column] =
                        shape.array() ? array.weight(row, column) : value(core.region(shape.name()), row, column);
            }
        }
    }

    /** Writes what is pending. A probe point that was not met in a sample counts zero there. */
    private void flush(final int sample) {
        if (pending != NOTHING || probe.perSample()) {
            for (int row = 0; row < rows; row++) {
                if (isRaster()) {
                    raster(sample, row);
                } else {
                    values(sample, row);
                }
            }
        }
        if (probe.perSample()) {
            for (final int[] row : seen) {
                Arrays.fill(row, 0);
            }
        }
        pending = NOTHING;
    }

    private void raster(final int sample, final int row) {
        for (int column = 0; column < columns; column++) {
            if (seen[row][column] != 0) {
                start(sample, row);
                out.line(line.append(',').append(column));
            }
        }
    }

    private void values(final int sample, final int row) {
        start(sample, row);
        for (int column = 0; column < columns; column++) {
            line.append(',').append(seen[row][column]);
        }
        out.line(line);
    }

    private void start(final int sample, final int row) {
        line.setLength(0);
        line.append(sample);
        if (!probe.perSample()) {
            line.append(',').append(pending);
        }
        if (rows > 1) {
            line.append(',').append(row);
        }
    }
}
