package org.ranvier.testbench.sweep;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.ranvier.core.error.ConfigurationException;

/** What does the runs and writes their table: a service, so that the program knows of no engine. */
public interface SweepBackend {
    /**
     * Finds the backend that was started with the program.
     *
     * @return it
     * @throws ConfigurationException when there is none
     */
    static SweepBackend load() {
        return ServiceLoader.load(SweepBackend.class)
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "sweep: its module is not there; ./ranvier sweep builds it, with Apache Spark, and starts it"));
    }

    /**
     * Does runs, each at least once; a lost worker's are done again elsewhere.
     *
     * @param tasks the runs, in the order in which they should begin
     * @param master where: {@code local[N]}, {@code local[*]} or {@code spark://HOST:PORT}
     * @param finished hears of each run exactly once, as soon as it is done, never of two at a time
     * @throws ConfigurationException when there is no such master
     */
    void execute(List<RunTask> tasks, String master, Consumer<RunResult> finished);

    /**
     * Writes a table as Parquet.
     *
     * @param table the table
     * @return the bytes of the file; for the same table the same rows, of the same types
     */
    byte[] parquet(ResultTable table);
}
