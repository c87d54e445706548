package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.regress.Detail;
import org.ranvier.testbench.regress.Recorder;
import org.ranvier.testbench.regress.RecordingHeader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code regress record}. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the command behind -- and records what its chips do: every instruction with sums of what it reads and"
                    + " writes, every packet, memory and counters after every sample, and the figures it gives in the end.",
            "Writes DIR/" + RegressRecordCommand.FILE + ", or nothing when the command fails."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier regress record golden -- train ssnn-bp --train-samples 50 --test-samples 50 --epochs 1",
            "  ranvier regress record golden -- run examples/first-spike/app.yaml",
            "  ranvier regress record golden --detail windows --window 1000 -- network pb-s --steps 1000",
            "",
            "Commands: " + RecordedCommand.ALLOWED + "."
        })
final class RegressRecordCommand implements Callable<Integer> {
    /** The file's name in its directory. */
    static final String FILE = "recording.rvg";

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "DIR",
            description = "Where the recording goes; one that is there is replaced.")
    private Path directory;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "COMMAND", description = "The command, behind --.")
    private List<String> words;

    @Option(
            names = "--detail",
            paramLabel = "full|windows",
            description = "Every event, or a hash of the events of each unit in each window (default full).")
    private String detail = "full";

    @Option(
            names = "--window",
            paramLabel = "CYCLES",
            description = "Cycles of a window, with --detail windows (default: a sample).")
    private Long window;

    RegressRecordCommand() {}

    @Override
    public Integer call() {
        final RecordedCommand command = RecordedCommand.of(spec.root(), words);
        final RecordingHeader header = new RecordingHeader(Version.number(), words, detail(), window());
        OutputFile.requireDirectory("DIR", directory);
        final Path file = directory.resolve(FILE);
        final PrintWriter out = spec.commandLine().getOut();
        try (Recorder recorder = new Recorder(file, header)) {
            final int code = command.run(out, spec.commandLine().getErr(), recorder);
            if (code != 0) {
                return code;
            }
            if (recorder.chips() == 0) {
                throw ConfigurationException.of(
                        "COMMAND", command.name(), "a command that runs a chip; this one ran none");
            }
            final Recorder.Recorded recorded = recorder.complete();
            out.printf(
                    Locale.ROOT,
                    "Recorded %,d samples, %,d events, %,d instructions as %s (%.1f MB).%n",
                    recorded.totals().samples(),
                    recorded.totals().events(),
                    recorded.totals().instructions(),
                    file,
                    recorded.bytes() * 1e-6);
        }
        return 0;
    }

    private Detail detail() {
        return switch (detail) {
            case "full" -> Detail.FULL;
            case "windows" -> Detail.WINDOWS;
            default -> throw ConfigurationException.of("--detail", detail, "full or windows");
        };
    }

    private long window() {
        if (window == null) {
            return Long.MAX_VALUE;
        }
        if (detail() != Detail.WINDOWS) {
            throw ConfigurationException.of("--window", window, "--detail windows with it: a full recording has none");
        }
        if (window < 1) {
            throw ConfigurationException.of("--window", window, "at least 1 cycle");
        }
        return window;
    }
}
