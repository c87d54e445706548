package org.ranvier.testbench.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.PulsedDevice;
import org.ranvier.rpu.device.SoftBounds;
import org.ranvier.rpu.update.Engine;
import org.ranvier.rpu.update.UpdateSpec;
import org.ranvier.testbench.rpu.Presets;

/**
 * Speed of the pulsed update on one thread, on the tiles and cases that IBM aihwkit's CPU core was measured on.
 *
 * <p>Rates are per second of processor time, as the reference's are. Every measurement starts from weight 0, as the reference's
 * did, and is as many updates as take about {@link #SECONDS}, at least 4 and at most {@link #MOST_UPDATES}.
 */
public final class RpuBench {
    private static final double SECONDS = 0.25;
    private static final int MOST_UPDATES = 400;
    private static final double NANOSECOND = 1e-9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int repeats;

    /**
     * @param repeats measurements of which the median is taken, at least 1
     */
    public RpuBench(final int repeats) {
        this.repeats = repeats;
    }

    /**
     * Measures.
     *
     * @param results gets every figure as soon as it is known
     */
    public void run(final Consumer<Figure> results) {
        for (final int[] tile : new int[][] {{784, 256}, {256, 10}, {1024, 1024}}) {
            for (final Engine engine : Engine.values()) {
                tile(tile[0], tile[1], engine, results);
            }
        }
    }

    private void tile(final int rows, final int columns, final Engine engine, final Consumer<Figure> results) {
        final DeviceSpec constant = ConstantStep.defaults();
        // The step that gives the reference's 400,000 coincidences an update.
        final DeviceSpec soft = PulsedDevice.of(new SoftBounds()).with("dw_min", 0.002);
        // The reference ran this case without write noise.
        final DeviceSpec exponential = Presets.device("ReRamES").with("write_noise_std", 0);
        final UpdateSpec usual = UpdateSpec.defaults().withEngine(engine);
        final UpdateSpec ten = usual.withBl(10, true).withManagement(false, false);
        final List<UpdateCase> cases = List.of(
                UpdateCase.random("constant-step dense", constant, usual, rows, columns, 1),
                UpdateCase.random("soft-bounds dense", soft, usual, rows, columns, 1),
                UpdateCase.random("exp-step dense", exponential, usual, rows, columns, 1),
                UpdateCase.random("constant-step 20 % rows", constant, usual, rows, columns, 0.2),
                UpdateCase.certain("constant-step BL10", constant, ten, rows, columns));
        for (final UpdateCase each : cases) {
            final String name = String.format(
                    Locale.ROOT,
                    "%dx%d %s, %s",
                    rows,
                    columns,
                    each.name(),
                    engine.name().toLowerCase(Locale.ROOT));
            measure(name, each, results);
        }
    }

    private void measure(final String name, final UpdateCase each, final Consumer<Figure> results) {
        final int updates = calibrate(each);
        final long before = each.coincidences();
        final Figure rate = Figure.of(name, "updates/s", repeats, () -> {
            each.reset();
            return updates / seconds(each, updates);
        });
        final double coincidences = (each.coincidences() - before) / ((double) repeats * updates);
        results.accept(rate);
        results.accept(new Figure(
                name,
                "coincidences/s",
                rate.median() * coincidences,
                rate.least() * coincidences,
                rate.most() * coincidences));
    }

    /** Warms up, and finds out how many updates make a measurement. */
    private static int calibrate(final UpdateCase each) {
        seconds(each, 4);
        double taken = 0;
        int updates = 4;
        for (double sum = 0; sum < 2 * SECONDS; sum += taken) {
            each.reset();
            taken = seconds(each, updates);
            updates = (int) Math.max(4, Math.min(MOST_UPDATES, updates * SECONDS / Math.max(taken, 1e-6)));
        }
        return updates;
    }

    private static double seconds(final UpdateCase each, final int updates) {
        final long start = THREADS.getCurrentThreadCpuTime();
        each.update(updates);
        return (THREADS.getCurrentThreadCpuTime() - start) * NANOSECOND;
    }
}
