package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.sweep.PlainLoop;
import org.ranvier.testbench.sweep.RunResult;
import org.ranvier.testbench.sweep.RunTask;
import org.ranvier.testbench.sweep.SweepBackend;
import org.ranvier.testbench.sweep.SweepPlan;
import org.ranvier.testbench.sweep.SweepRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sweep}: one command line in many variants. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a command with many values of its options and of the fields of its chip, on Apache Spark inside the program or on"
                    + " a cluster; docs/design/sweeps.md describes the file.",
            "Writes DIR/results.parquet and DIR/results.csv (a row a run; the same for any master), DIR/timing.csv and"
                    + " DIR/report.html. DIR/runs keeps what is done: started again, a sweep does the rest.",
            "A run that fails is a row with its error, the others go on, and the exit code is 1."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier sweep examples/sweeps/ssnn-bp.yaml --out runs/states      all cores of this machine",
            "  ranvier sweep examples/sweeps/fabric.yaml --master local[2] --out runs/fabric",
            "  ranvier sweep examples/sweeps/sfdfa.yaml --master spark://HOST:7077 --out runs/bits",
            "",
            "The first sweep builds its module, which fetches Spark. RANVIER_JAVA_OPTS=-Dspark.KEY=VALUE sets any property of"
                    + " Spark, spark.executor.memory for instance."
        })
final class SweepCommand implements Callable<Integer> {
    private static final Pattern LOOP = Pattern.compile("loop\\[([1-9]\\d{0,3})]");

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "SWEEP.yaml", description = "What varies.")
    private Path file;

    @Option(
            names = "--master",
            paramLabel = "MASTER",
            description =
                    "local[N] or local[*], N or all cores of this machine; spark://HOST:PORT, a cluster; loop[N], N"
                            + " threads without Spark (default ${DEFAULT-VALUE}).")
    private String master = "local[*]";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the results go.")
    private Path out;

    @Option(names = "--retry-failed", description = "Do runs that failed before again.")
    private boolean again;

    SweepCommand() {}

    @Override
    public Integer call() {
        final SweepPlan plan = new SweepPlan(file, CommandModel::new, new RanvierProgram(), Version.build());
        final SweepBackend backend = SweepBackend.load();
        final BiConsumer<List<RunTask>, Consumer<RunResult>> executor = executor(backend);
        OutputFile.requireDirectory("--out", out);
        final SweepRunner runner = new SweepRunner(plan, out, again);
        final PrintWriter text = command.commandLine().getOut();
        text.printf("%s: %d runs, %d to do, on %s%n", file.getFileName(), runner.total(), runner.pending(), master);
        text.flush();
        if (runner.pending() > 0) {
            run(runner, executor);
        }
        final long failures = runner.write(backend);
        text.printf(
                "%d of %d runs done, %d failed. Wrote results.parquet, results.csv, timing.csv and report.html to %s.%n",
                runner.total() - failures, runner.total(), failures, out);
        return failures == 0 ? 0 : Failures.FAILED;
    }

    private BiConsumer<List<RunTask>, Consumer<RunResult>> executor(final SweepBackend backend) {
        final Matcher loop = LOOP.matcher(master);
        if (loop.matches()) {
            return new PlainLoop(Integer.parseInt(loop.group(1)))::execute;
        }
        if (!master.matches("local|local\\[(\\*|[1-9]\\d{0,3})]|spark://\\S+:\\d+")) {
            throw ConfigurationException.of("--master", master, "local[N], local[*], spark://HOST:PORT or loop[N]");
        }
        return (tasks, finished) -> backend.execute(tasks, master, finished);
    }

    private void run(final SweepRunner runner, final BiConsumer<List<RunTask>, Consumer<RunResult>> executor) {
        // Runs draw no bars of their own: several would draw at once.
        final String terminal = System.getProperty(ProgressListener.TERMINAL, "");
        System.setProperty(ProgressListener.TERMINAL, "");
        try {
            final SweepProgress progress =
                    new SweepProgress(command.commandLine().getErr(), runner.pending());
            runner.run(executor, progress::done);
        } finally {
            System.setProperty(ProgressListener.TERMINAL, terminal);
        }
    }
}
