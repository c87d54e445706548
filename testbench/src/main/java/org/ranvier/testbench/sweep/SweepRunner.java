package org.ranvier.testbench.sweep;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ranvier.testbench.config.OutputFile;

/** Does those runs of a plan that have not been done, and writes what all came to. */
public final class SweepRunner {
    private final SweepPlan plan;
    private final Path directory;
    private final RunStore store;
    private final Map<String, PlannedRun> pending = new LinkedHashMap<>();

    /**
     * Looks at what has been done.
     *
     * @param plan the sweep
     * @param directory where its results are
     * @param again whether runs that failed are to be done again
     */
    public SweepRunner(final SweepPlan plan, final Path directory, final boolean again) {
        this.plan = plan;
        this.directory = directory;
        this.store = new RunStore(directory);
        for (final PlannedRun run : plan.runs()) {
            final RunResult found = store.find(run.id());
            if (found == null || again && found.error() != null) {
                pending.putIfAbsent(run.id(), run);
            }
        }
    }

    /** @return runs that the sweep has, equal ones counted once each time */
    public int total() {
        return plan.runs().size();
    }

    /** @return runs that are still to be done, equal ones counted once */
    public int pending() {
        return pending.size();
    }

    /**
     * Does what is to be done; each run is kept as soon as it is finished.
     *
     * @param executor does tasks and passes each result on, one at a time
     * @param progress hears of each run that was done
     */
    public void run(final BiConsumer<List<RunTask>, Consumer<RunResult>> executor, final Consumer<RunResult> progress) {
        executor.accept(pending.values().stream().map(PlannedRun::task).toList(), result -> {
            store.put(pending.get(result.id()), result);
            progress.accept(result);
        });
    }

    /**
     * Writes {@code results.csv}, {@code results.parquet}, {@code timing.csv} and {@code report.html}.
     *
     * @param backend writes Parquet
     * @return how many runs failed
     */
    public long write(final SweepBackend backend) {
        final SweepResult result = new SweepResult(plan.sweep(), plan.runs(), store);
        final ResultTable table = result.table();
        OutputFile.write(directory.resolve("results.csv"), table.csv());
        OutputFile.write(directory.resolve("results.parquet"), backend.parquet(table));
        OutputFile.write(directory.resolve("timing.csv"), result.timing().csv());
        OutputFile.write(directory.resolve("report.html"), SweepPage.of(result));
        return result.failures();
    }
}
