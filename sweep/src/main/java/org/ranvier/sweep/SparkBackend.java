package org.ranvier.sweep;

import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.ranvier.core.error.SimulationException;
import org.ranvier.testbench.sweep.ResultTable;
import org.ranvier.testbench.sweep.RunResult;
import org.ranvier.testbench.sweep.RunTask;
import org.ranvier.testbench.sweep.SweepBackend;

/** Does runs on Spark. */
public final class SparkBackend implements SweepBackend {
    /** Called by the service loader. */
    public SparkBackend() {}

    @Override
    public void execute(final List<RunTask> tasks, final String master, final Consumer<RunResult> finished) {
        JavaSparkContext context = null;
        try {
            context = new JavaSparkContext(SparkSettings.of(master));
            final TaskFailures failures = new TaskFailures();
            context.sc().addSparkListener(failures);
            List<RunTask> rest = tasks;
            while (!rest.isEmpty()) {
                rest = attempt(context, rest, failures, finished);
            }
        } catch (final Exception e) {
            // Not by name: Scala declares no checked exceptions. A context that Spark has stopped fails in any way.
            if (e instanceof SparkException || context == null || context.sc().isStopped()) {
                throw new SimulationException(
                        "sweep: Spark gave up on " + master + ", which cannot be reached or has stopped"
                                + (context == null || context.sc().isStopped() ? "" : ": " + firstLine(e)),
                        e);
            }
            throw e;
        } finally {
            if (context != null) {
                context.close();
            }
        }
    }

    /** Does as many runs as it can; returns those that are left when one has broken its process as often as Spark allows. */
    private static List<RunTask> attempt(
            final JavaSparkContext context,
            final List<RunTask> tasks,
            final TaskFailures failures,
            final Consumer<RunResult> finished) {
        final RunJob job = new RunJob(tasks, finished);
        failures.begin();
        try {
            job.run(context);
            return List.of();
        } catch (final Exception e) {
            final RunTask culprit = e instanceof SparkException ? failures.worst(tasks) : null;
            if (culprit == null || job.isDone(culprit)) {
                throw e;
            }
            finished.accept(RunResult.lost(culprit.id(), "could not be finished by any worker: " + failures.reason()));
            return tasks.stream()
                    .filter(task -> task != culprit && !job.isDone(task))
                    .toList();
        }
    }

    private static String firstLine(final Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public byte[] parquet(final ResultTable table) {
        return ParquetTable.bytes(table);
    }
}
