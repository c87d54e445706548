package org.ranvier.testbench.app;

import java.nio.file.Path;
import java.util.List;
import org.ranvier.programs.chip.ChipSpec;

/**
 * An app: a chip and what runs on it.
 *
 * @param file the YAML file
 * @param chip the chip
 * @param ticks ticks of a sample
 * @param samples samples to be presented
 * @param seed the run's seed: random lanes, devices, random contents and stimulus
 * @param cycleLimit cycles after which a sample counts as stuck
 * @param cores the cores
 * @param routes where their packets go
 * @param stimuli what the host sends
 * @param probes what is watched
 */
public record AppSpec(
        Path file,
        ChipSpec chip,
        int ticks,
        int samples,
        long seed,
        int cycleLimit,
        List<AppCore> cores,
        List<AppRoute> routes,
        List<StimulusSpec> stimuli,
        List<AppProbe> probes) {

    /** @return the same app with another seed */
    public AppSpec withSeed(final long other) {
        return new AppSpec(file, chip, ticks, samples, other, cycleLimit, cores, routes, stimuli, probes);
    }

    /** @return the same app with another number of samples */
    public AppSpec withSamples(final int other) {
        return new AppSpec(file, chip, ticks, other, seed, cycleLimit, cores, routes, stimuli, probes);
    }

    /** @return the same app on another chip */
    public AppSpec withChip(final ChipSpec other) {
        return new AppSpec(file, other, ticks, samples, seed, cycleLimit, cores, routes, stimuli, probes);
    }

    /** @return what messages and reports call it: its directory for a file named {@code app.yaml}, else the file without its ending */
    public String name() {
        final Path absolute = file.toAbsolutePath().normalize();
        final String base = absolute.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        final Path parent = absolute.getParent().getFileName();
        return base.equals("app") && parent != null ? parent.toString() : base;
    }
}
