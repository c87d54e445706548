package org.ranvier.testbench.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.HostPort;
import org.ranvier.core.isa.CoreEvent;

/** Presents the samples of an app and writes what its probes see. */
public final class AppRun {
    private final AppChip app;
    private final Chip chip;
    private int sample;
    private long sent;

    /**
     * Prepares a run.
     *
     * @param app the chip, as it was built: a run starts from its current state
     */
    public AppRun(final AppChip app) {
        this.app = app;
        this.chip = app.chip();
        chip.host().driver(this::present);
    }

    /**
     * Runs all samples.
     *
     * @param directory an existing directory for the probes' files and {@code host.csv}, or null: they are not written
     * @param printed where a probe to {@code -} is printed
     * @param progress told after every sample how many are done
     * @return what it took
     * @throws org.ranvier.core.error.ModelViolationException when a program breaks a rule or the chip does not get on; no file is
     *     written then
     */
    public AppResult run(final Path directory, final PrintWriter printed, final IntConsumer progress) {
        try (ProbeLogs logs = new ProbeLogs(app, directory, printed)) {
            for (sample = 0; sample < app.spec().samples(); sample++) {
                logs.sampleStart(sample);
                chip.runSample(app.spec().ticks());
                logs.sampleEnd();
                progress.accept(sample + 1);
            }
            logs.commit();
            return AppResult.of(app, sent, logs.received());
        }
    }

    private void present(final CoreEvent event, final int tick, final HostPort port) {
        for (final Stimulus stimulus : app.stimuli()) {
            stimulus.step(event, sample, tick, port);
        }
        sent += port.queued();
    }
}
