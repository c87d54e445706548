package org.ranvier.sweep;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.ranvier.testbench.sweep.RunResult;
import org.ranvier.testbench.sweep.RunTask;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** Runs as one job of Spark, a task each, whose results come back one by one. */
final class RunJob {
    private final List<RunTask> tasks;
    private final Consumer<RunResult> finished;
    private final Set<String> done = new HashSet<>();

    RunJob(final List<RunTask> tasks, final Consumer<RunResult> finished) {
        this.tasks = tasks;
        this.finished = finished;
    }

    /** Does the runs; throws what Spark throws when a task has failed as often as it may. */
    void run(final JavaSparkContext context) {
        context.sc()
                .runJob(
                        context.parallelize(tasks, tasks.size()).rdd(),
                        (Function1<Iterator<RunTask>, RunResult> & Serializable) RunJob::perform,
                        (Function2<Object, RunResult, BoxedUnit>) this::take,
                        ClassTag$.MODULE$.apply(RunResult.class));
    }

    /** Called where the run is done; must not need anything of this object. */
    private static RunResult perform(final Iterator<RunTask> partition) {
        Locale.setDefault(Locale.ROOT);
        return partition.next().run(SparkEnv.get().executorId());
    }

    /** Called in the driver, by one thread at a time, once for each run. */
    private BoxedUnit take(final Object partition, final RunResult result) {
        synchronized (done) {
            done.add(result.id());
            finished.accept(result);
        }
        return BoxedUnit.UNIT;
    }

    boolean isDone(final RunTask task) {
        synchronized (done) {
            return done.contains(task.id());
        }
    }
}
