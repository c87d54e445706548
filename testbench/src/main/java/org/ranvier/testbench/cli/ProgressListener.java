package org.ranvier.testbench.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.ranvier.testbench.train.EpochResult;
import org.ranvier.testbench.train.TrainListener;

/**
 * Draws a progress bar on the error stream, if that is a terminal, and passes the epochs on to the table.
 *
 * <p>Java cannot ask about the error stream alone; the launcher can, and says so in the property {@value #TERMINAL}.
 */
final class ProgressListener implements TrainListener, AutoCloseable {
    static final String TERMINAL = "ranvier.terminal";
    private static final int WIDTH = 100;

    private final boolean terminal = Boolean.getBoolean(TERMINAL);
    private final TrainTable table;
    private final Runnable whenTrained;
    private ProgressBar bar;

    /**
     * @param table where finished epochs go; null when there are none
     * @param whenTrained run after the last training image
     */
    ProgressListener(final TrainTable table, final Runnable whenTrained) {
        this.table = table;
        this.whenTrained = whenTrained;
    }

    @Override
    public void begins(final String task, final int samples) {
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(samples)
                    .setUnit(" images", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ErasedBar(System.err, WIDTH))
                    .build();
        }
    }

    @Override
    public void resumes(final String task, final int samples, final int done) {
        begins(task, samples);
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void sampleDone() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void ends() {
        close();
    }

    @Override
    public void trained() {
        whenTrained.run();
    }

    @Override
    public void epochDone(final EpochResult epoch) {
        table.row(epoch);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
