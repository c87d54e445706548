package org.ranvier.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.ranvier.testbench.sweep.RunTask;

/** Counts how often each task of a job has taken its process with it, to know whose fault it is when the job is given up. */
final class TaskFailures extends SparkListener {
    private final Map<Integer, Integer> counts = new HashMap<>();
    private String reason = "";

    TaskFailures() {}

    /** Forgets the tasks of the job before. */
    synchronized void begin() {
        counts.clear();
    }

    @Override
    public synchronized void onTaskEnd(final SparkListenerTaskEnd end) {
        if (end.reason() instanceof final TaskFailedReason failure && failure.countTowardsTaskFailures()) {
            counts.merge(end.taskInfo().index(), 1, Integer::sum);
            reason = failure instanceof final ExceptionFailure exception
                    ? exception.description()
                    : failure.toErrorString().lines().findFirst().orElse("");
        }
    }

    /** @return the run that failed most often; null when none did */
    synchronized RunTask worst(final List<RunTask> tasks) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> tasks.get(entry.getKey()))
                .orElse(null);
    }

    /** @return why the last one failed */
    synchronized String reason() {
        return reason;
    }
}
