package org.ranvier.testbench.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on the error stream for runs of several steps, if that is a terminal; see {@link ProgressListener}. */
final class RunProgress implements AutoCloseable {
    private static final int WIDTH = 100;

    private final ProgressBar bar;

    /**
     * @param task what stands before the bar
     * @param samples samples that will be done
     */
    RunProgress(final String task, final int samples) {
        this(task, samples, " samples");
    }

    /**
     * @param task what stands before the bar
     * @param samples steps that will be done
     * @param unit what a step is called, after a blank
     */
    RunProgress(final String task, final int samples, final String unit) {
        bar = samples < 2 || !Boolean.getBoolean(ProgressListener.TERMINAL)
                ? null
                : new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(samples)
                        .setUnit(unit, 1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                        .clearDisplayOnFinish()
                        .build();
    }

    /**
     * Moves the bar.
     *
     * @param samples samples done so far
     */
    void done(final int samples) {
        if (bar != null) {
            bar.stepTo(samples);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
