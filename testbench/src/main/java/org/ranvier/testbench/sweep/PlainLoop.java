package org.ranvier.testbench.sweep;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Does runs in threads of this process without any engine: what an engine's results and overhead are compared with. */
public final class PlainLoop {
    private final int threads;

    /** @param threads how many, at least 1 */
    public PlainLoop(final int threads) {
        this.threads = threads;
    }

    /**
     * Does runs.
     *
     * @param tasks the runs, in the order in which they begin
     * @param finished hears of each as soon as it is done, never of two at a time; when it fails, no further run begins
     */
    public void execute(final List<RunTask> tasks, final Consumer<RunResult> finished) {
        final ExecutorService pool = Executors.newFixedThreadPool(threads);
        final AtomicBoolean failed = new AtomicBoolean();
        try {
            final List<Future<?>> futures = tasks.stream()
                    .<Future<?>>map(task -> pool.submit(() -> attempt(task, finished, failed)))
                    .toList();
            for (final Future<?> future : futures) {
                future.get();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof final RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            end(pool);
        }
    }

    private static void attempt(final RunTask task, final Consumer<RunResult> finished, final AtomicBoolean failed) {
        if (failed.get()) {
            return;
        }
        try {
            final RunResult result = task.run("loop");
            synchronized (finished) {
                finished.accept(result);
            }
        } catch (final RuntimeException e) {
            failed.set(true);
            throw e;
        }
    }

    /** Drops the runs that have not begun, and waits for the others: nothing is heard of a run after this. */
    private static void end(final ExecutorService pool) {
        pool.shutdownNow();
        try {
            pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
