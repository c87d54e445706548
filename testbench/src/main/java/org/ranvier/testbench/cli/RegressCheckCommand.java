package org.ranvier.testbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.regress.Checker;
import org.ranvier.testbench.regress.Outcome;
import org.ranvier.testbench.regress.OutcomeJson;
import org.ranvier.testbench.regress.OutcomeText;
import org.ranvier.testbench.regress.Tolerances;
import org.ranvier.testbench.train.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code regress check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Repeats a recorded command and compares: names the first cycle, core, instruction and operand that differ, with"
                    + " what was expected, what was found and what came before.",
            "Exit code 0 when nothing differs, 3 when something does. Files of the command are not written again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier regress check golden",
            "  ranvier regress check golden --json difference.json",
            "  ranvier regress check golden --tolerance accuracy=0.01 --tolerance cycles=0.05    only figures count",
            "  ranvier regress check golden --tolerance energy=0.1       other prices, the same events",
            "  ranvier regress check golden --fault flip-bit@100000      one bit of a weight, named by who reads it first"
        })
final class RegressCheckCommand implements Callable<Integer> {
    /** A comparison found a difference. */
    static final int DIFFERENT = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Where the recording is.")
    private Path directory;

    @Option(
            names = "--tolerance",
            paramLabel = "QUANTITY=REL",
            description = {
                "How much a quantity may differ, relative to what was recorded: accuracy, energy, cycles, spikes, updates,"
                        + " packets, events or other (default 0 for all).",
                "With any but energy the run is not compared event by event; its first difference is still named."
            })
    private List<String> tolerances = List.of();

    @Option(
            names = "--fault",
            paramLabel = "SPEC",
            description = "Break the chip: KIND@CYCLE[:WHERE] or KIND~RATE, as in other commands; may be repeated.")
    private List<String> faults = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the outcome as JSON.")
    private Path json;

    RegressCheckCommand() {}

    @Override
    public Integer call() throws IOException {
        if (json != null) {
            OutputFile.requireWritable("--json", json);
        }
        final Tolerances allowed = Tolerances.parse("--tolerance", tolerances);
        final Path scratch = Files.createTempDirectory("ranvier-regress");
        try (Checker checker = new Checker(directory.resolve(RegressRecordCommand.FILE), allowed)) {
            return check(checker, scratch);
        } finally {
            delete(scratch);
        }
    }

    private int check(final Checker checker, final Path scratch) {
        final RecordedCommand command = RecordedCommand.of(
                        spec.root(), checker.header().command())
                .writingTo(scratch)
                .with(faultWords());
        final StringWriter errors = new StringWriter();
        final int code = command.run(new PrintWriter(Writer.nullWriter()), new PrintWriter(errors, true), checker);
        final boolean failed = code != 0 && !checker.stopped();
        if (failed && code != Failures.FAILED) {
            throw new ConfigurationException(
                    "the recorded command cannot be repeated: " + RecordedCommand.error(errors.getBuffer()));
        }
        final Outcome outcome = checker.outcome(failed ? RecordedCommand.error(errors.getBuffer()) : null);
        spec.commandLine().getOut().print(OutcomeText.of(outcome));
        if (json != null) {
            OutputFile.write(json, Json.pretty(OutcomeJson.of(outcome)));
        }
        return outcome.equal() ? 0 : DIFFERENT;
    }

    private List<String> faultWords() {
        final List<String> words = new ArrayList<>();
        for (final String fault : faults) {
            words.add("--fault");
            words.add(fault);
        }
        return words;
    }

    private static void delete(final Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
