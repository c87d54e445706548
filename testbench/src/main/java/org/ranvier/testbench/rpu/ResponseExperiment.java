package org.ranvier.testbench.rpu;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.cell.Lines;
import org.ranvier.rpu.device.DeviceSpec;

/**
 * The response of a population of devices to pulses: n up pulses from weight 0, then m down pulses, and what the devices hold at
 * 0, 1, 2, 5, 10 and every twentieth of the pulses of each phase.
 *
 * <p>Devices stand in an array of 256 columns; those of the last row beyond the asked number are not looked at.
 */
public final class ResponseExperiment {
    private static final int COLUMNS = 256;
    private static final int MOST_PULSES = 10_000_000;
    private static final int MOST_DEVICES = 1 << 22;
    private static final int[] FIRST = {0, 1, 2, 5, 10};
    private static final int PARTS = 20;

    private final int devices;
    private final boolean hidden;
    private final Cells cells;
    private final Lines rows;
    private final Lines columns;
    private final double[] values;
    private long slot;

    /**
     * @param device the device
     * @param devices how many: 1..2^22
     * @param seed seed of their differences and noise
     */
    public ResponseExperiment(final DeviceSpec device, final int devices, final long seed) {
        this.devices = ConfigurationException.checkRange("--devices", devices, 1, MOST_DEVICES);
        hidden = writeNoise(device);
        final int width = Math.min(COLUMNS, devices);
        final int height = (devices + width - 1) / width;
        cells = device.build(new ArraySite(height, width, seed, 0));
        rows = all(height);
        columns = all(width);
        values = new double[devices];
    }

    private static boolean writeNoise(final DeviceSpec device) {
        final List<Double> noise = device.settings().values().get("write_noise_std");
        return noise != null && noise.get(0) > 0
                || device.parts().values().stream().anyMatch(ResponseExperiment::writeNoise);
    }

    private static Lines all(final int lines) {
        final long[] bits = new long[(lines + Long.SIZE - 1) / Long.SIZE];
        for (int line = 0; line < lines; line++) {
            bits[line / Long.SIZE] |= 1L << line;
        }
        return new Lines(lines).gather(bits);
    }

    /**
     * Computes after how many pulses a phase is looked at.
     *
     * @param pulses pulses of the phase
     * @return 0, 1, 2, 5, 10 and every twentieth, to the nearest pulse, halves up, as far as there are so many; ascending, each
     *     once
     */
    public static List<Integer> grid(final int pulses) {
        final TreeSet<Integer> grid = new TreeSet<>();
        for (final int k : FIRST) {
            grid.add(Math.min(k, pulses));
        }
        for (int part = 1; part <= PARTS; part++) {
            grid.add((int) (((long) pulses * part + PARTS / 2) / PARTS));
        }
        return List.copyOf(grid);
    }

    /**
     * Runs both phases.
     *
     * @param up pulses of the first phase: 0..10^7
     * @param down pulses of the second phase: 0..10^7
     * @param progress told the pulses done so far, now and then
     * @return the points of the up phase, then those of the down phase
     */
    public List<ResponsePoint> run(final int up, final int down, final IntConsumer progress) {
        ConfigurationException.checkRange("--up", up, 0, MOST_PULSES);
        ConfigurationException.checkRange("--down", down, 0, MOST_PULSES);
        final List<ResponsePoint> points = new ArrayList<>();
        phase("up", up, true, points, progress);
        phase("down", down, false, points, progress);
        return points;
    }

    private void phase(
            final String name,
            final int pulses,
            final boolean up,
            final List<ResponsePoint> points,
            final IntConsumer progress) {
        int done = 0;
        for (final int k : grid(pulses)) {
            for (; done < k; done++) {
                cells.pulse(rows, columns, up, slot++);
                progress.accept((int) slot);
            }
            points.add(new ResponsePoint(name, k, weights(), hidden ? states() : null));
        }
    }

    private Sample weights() {
        for (int device = 0; device < devices; device++) {
            values[device] = Fixed.toDouble(cells.weights()[device / columns.count()][device % columns.count()]);
        }
        return new Sample(values);
    }

    private Sample states() {
        for (int device = 0; device < devices; device++) {
            values[device] = cells.state(device / columns.count(), device % columns.count());
        }
        return new Sample(values);
    }
}
