package org.ranvier.testbench.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.ranvier.core.chip.Chip;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.networks.NetworkChip;
import org.ranvier.programs.networks.NetworkSpec;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.energy.EnergyProfiles;
import org.ranvier.testbench.network.NetworkTiles;
import org.ranvier.testbench.network.RunTime;
import org.ranvier.testbench.trace.ChipTrace;
import org.ranvier.testbench.trace.TraceWindow;

/**
 * What traces cost: training that is not traced, before and after a trace; and records a second of the whole process's processor time,
 * simulation and writing, when everything is traced.
 */
public final class TraceBench {
    private static final int WARM_UP = 600;
    private static final int IMAGES = 300;
    private static final int TRACED_WARM_UP = 4;
    private static final int TRACED_IMAGES = 20;
    private static final int STEPS = 150;
    private static final double NANOSECOND = 1e-9;

    private final int repeats;
    private final EnergyProfile profile = EnergyProfiles.load(EnergyProfiles.DEFAULT);
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /**
     * @param repeats measurements of which the median is taken, at least 1
     */
    public TraceBench(final int repeats) {
        this.repeats = repeats;
    }

    /**
     * Measures.
     *
     * @param results gets every figure as soon as it is known
     */
    public void run(final Consumer<Figure> results) {
        final Digits digits = new Digits();
        digits.learn(WARM_UP);
        results.accept(untraced("training, never traced", digits));
        final Chip learning = digits.chip().chip();
        final Runnable learn = () -> digits.learn(TRACED_IMAGES);
        speeds("training", learning, ChipSpec.DEFAULT, learn, results);
        results.accept(untraced("training, after traces", digits));
        final NetworkChip network = new NetworkChip(NetworkSpec.PB_S, NetworkTiles.CHIP);
        speeds("PB-S", network.chip(), network.spec(), () -> network.run(STEPS), results);
    }

    private void speeds(
            final String name,
            final Chip chip,
            final ChipSpec spec,
            final Runnable run,
            final Consumer<Figure> results) {
        results.accept(speed(name + " to VCD", chip, spec, run, ".vcd"));
        results.accept(speed(name + " to Perfetto", chip, spec, run, ".perfetto-trace"));
        results.accept(speed(name + " to both", chip, spec, run, ".vcd", ".perfetto-trace"));
    }

    private Figure untraced(final String name, final Digits digits) {
        return Figure.of(
                name,
                "images/s",
                repeats,
                () -> IMAGES / RunTime.of(() -> digits.learn(IMAGES)).cpuSeconds());
    }

    private Figure speed(
            final String name, final Chip chip, final ChipSpec spec, final Runnable run, final String... extensions) {
        for (int i = 0; i < TRACED_WARM_UP; i++) {
            traced(chip, spec, run, extensions);
        }
        return Figure.of(name, "records/s", repeats, () -> {
            final long before = process.getProcessCpuTime();
            final long records = traced(chip, spec, run, extensions);
            return records / ((process.getProcessCpuTime() - before) * NANOSECOND);
        });
    }

    /** Runs a chip while it is traced to files that are deleted; the number of records. */
    private long traced(final Chip chip, final ChipSpec spec, final Runnable run, final String... extensions) {
        try {
            final Path directory = Files.createTempDirectory("ranvier-bench");
            try {
                final List<Path> files = Arrays.stream(extensions)
                        .map(extension -> directory.resolve("trace" + extension))
                        .toList();
                try (ChipTrace trace = new ChipTrace(chip, spec, TraceWindow.ALL, profile, files)) {
                    run.run();
                    return trace.stop();
                }
            } finally {
                Files.delete(directory);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
