package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.ranvier.core.error.SimulationException;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.router.MeshSpec;
import org.ranvier.testbench.checkpoint.Checkpoint;
import org.ranvier.testbench.observe.ChipObserver;
import org.ranvier.testbench.trace.ChipTraces;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The program {@code ranvier}: finds the command and turns whatever goes wrong into one line and an exit code. */
@Command(
        name = "ranvier",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Simulates neuromorphic chips that learn, and says what learning costs in cycles, spikes and joules.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier train ssnn-bp                        a chip learns handwritten digits",
            "  ranvier train ssnn-bp --help                 its options",
            "  ranvier compare                              all rules in one table, with what each costs",
            "  ranvier map ssnn-bp --hidden 300             which core holds what",
            "  ranvier run examples/first-spike/app.yaml    a chip and a program of your own",
            "  ranvier sweep examples/sweeps/fabric.yaml    many runs at once, on this machine or on a cluster",
            "  ranvier network pb-s --steps 1000            a benchmark network, its energy and speed",
            "  ranvier rpu list                             crossbar devices, measured and ideal",
            "  ranvier data check DIR                       recordings or images: counts, ranges, what is odd",
            "  ranvier generate-completion > ranvier.bash   shell completion",
            "",
            "Exit codes: 0 done, 1 the run failed, 2 wrong usage or configuration, 3 a comparison found a difference."
        })
public final class Main {
    /** The commands; a new one is added here and nowhere else. */
    private static final List<Class<?>> COMMANDS = List.of(
            TrainCommand.class,
            CompareCommand.class,
            CampaignCommand.class,
            InferCommand.class,
            CalibrateCommand.class,
            GoldenCommand.class,
            MapCommand.class,
            RunCommand.class,
            ResumeCommand.class,
            ReportCommand.class,
            RegressCommand.class,
            SweepCommand.class,
            NetworkCommand.class,
            NirCommand.class,
            AsmCommand.class,
            NocCommand.class,
            RpuCommand.class,
            DataCommand.class,
            EnergyCommand.class,
            FidelityCommand.class,
            ValidateCommand.class,
            BenchCommand.class,
            AutoComplete.GenerateCompletion.class);

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where an error came from (for reports of defects).")
    private boolean stacktrace;

    private final ChipObserver observer;

    private final Checkpoint resumed;

    /** The traces that the command asks for. */
    private ChipTraces traces;

    private Main(final ChipObserver observer, final Checkpoint resumed) {
        this.observer = observer;
        this.resumed = resumed;
    }

    /** @return the words of a command line; for {@code @FILE} those that were in the file, which may be another one tomorrow */
    static List<String> words(final CommandSpec command) {
        return command.root().commandLine().getParseResult().expandedArgs();
    }

    /** @return is to be handed every chip that the command builds, before it runs */
    static ChipObserver observer(final CommandSpec command) {
        final Main main = (Main) command.root().userObject();
        return main.observer.then(main.traces);
    }

    /** @return what the command goes on from; null when it begins */
    static Checkpoint resumed(final CommandSpec command) {
        return ((Main) command.root().userObject()).resumed;
    }

    /** @return is to be told of every network without a chip that the command builds, before it carries anything */
    static BiConsumer<Fabric, MeshSpec> networkObserver(final CommandSpec command) {
        return ((Main) command.root().userObject()).traces::built;
    }

    /**
     * Runs the program and ends the process.
     *
     * @param args the command line
     */
    public static void main(final String[] args) {
        // Figures are written the same way wherever they are printed.
        Locale.setDefault(Locale.ROOT);
        final PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        final PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    /**
     * Runs one command line inside the process.
     *
     * @param args the command line
     * @param out results
     * @param err errors, one line each
     * @return the exit code: 0 done, 1 failed, 2 usage or configuration, 3 difference found
     */
    public static int run(final String[] args, final PrintWriter out, final PrintWriter err) {
        return run(args, out, err, ChipObserver.NONE);
    }

    /**
     * Runs one command line inside the process, its chips observed.
     *
     * @param args the command line
     * @param out results
     * @param err errors, one line each
     * @param observer is handed every chip that the command builds
     * @return the exit code, as above
     */
    public static int run(
            final String[] args, final PrintWriter out, final PrintWriter err, final ChipObserver observer) {
        return run(args, out, err, new Main(observer, null));
    }

    /**
     * Goes on with the command of a checkpoint.
     *
     * @param checkpoint what it left
     * @param by the command that resumes it: where text goes, and who observes chips
     * @return the exit code, as above
     */
    static int resume(final Checkpoint checkpoint, final CommandSpec by) {
        final String[] args = checkpoint.header().command().toArray(String[]::new);
        final CommandLine line = by.commandLine();
        return run(args, line.getOut(), line.getErr(), new Main(observer(by), checkpoint));
    }

    private static int run(final String[] args, final PrintWriter out, final PrintWriter err, final Main main) {
        final Failures failures = new Failures(() -> main.stacktrace);
        final CommandLine line = model(main);
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler(failures);
        line.setExecutionExceptionHandler(failures);
        line.setExecutionStrategy(main::runTraced);
        line.setUsageHelpWidth(110);
        // The words of a checkpoint are expanded; one that begins with @ means itself.
        line.setExpandAtFiles(main.resumed == null);
        final int code = execute(line, failures, args);
        out.flush();
        err.flush();
        return code;
    }

    /** Runs the command that was named last, and completes its traces if it succeeds. */
    private int runTraced(final ParseResult parsed) {
        final List<CommandLine> commands = parsed.asCommandLineList();
        final CommandLine command = commands.get(commands.size() - 1);
        try (ChipTraces all = new ChipTraces(TraceOptions.of(command.getCommandSpec()))) {
            traces = all;
            final int code = new CommandLine.RunLast().execute(parsed);
            if (code == CommandLine.ExitCode.OK) {
                all.complete();
            }
            return code;
        } catch (final SimulationException e) {
            throw new CommandLine.ExecutionException(command, e.getMessage(), e);
        }
    }

    /** @return the parser of all commands, whose results nobody runs */
    static CommandLine model() {
        return model(new Main(ChipObserver.NONE, null));
    }

    private static CommandLine model(final Main main) {
        final CommandLine line = new CommandLine(main);
        COMMANDS.forEach(line::addSubcommand);
        return line;
    }

    private static int execute(final CommandLine line, final Failures failures, final String[] args) {
        try {
            return line.execute(args);
        } catch (final Error e) {
            // An Error passes the handlers, which get exceptions only; too little memory is the usual one.
            return failures.handleError(e, line.getErr());
        }
    }
}
