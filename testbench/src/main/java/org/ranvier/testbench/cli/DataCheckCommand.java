package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.ImageFiles;
import org.ranvier.testbench.data.ImageStream;
import org.ranvier.testbench.data.check.EventCheck;
import org.ranvier.testbench.data.check.ImageCheck;
import org.ranvier.testbench.data.check.PartReport;
import org.ranvier.testbench.data.event.EventSet;
import org.ranvier.testbench.data.event.EventSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code data check}: reads a whole data set, a sample at a time. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads every sample of a data set and prints counts of classes, ranges, and what is odd.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier data check SHD                        a folder with shd_train.h5 and shd_test.h5",
            "  ranvier data check nmnist.zip",
            "  ranvier data check emnist/                    IDX files",
            "  ranvier data check a.aedat --size 240x180     a recording of another camera",
            "",
            "Exit codes: 0 all is well, 2 something cannot be read, 3 samples are odd: without events, events out of",
            "their order or outside of the pixels."
        })
final class DataCheckCommand implements Callable<Integer> {
    private static final int ODD = 3;
    private static final int MOST_LINES = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "A folder, a zip archive or a file.")
    private Path path;

    @Mixin
    private RecordingOptions options;

    @Option(
            names = "--anomalies",
            paramLabel = "N",
            description = "Odd samples of a part that get a line of their own (default ${DEFAULT-VALUE}).")
    private int lines = 10;

    private int unreadable;
    private int odd;

    DataCheckCommand() {}

    @Override
    public Integer call() {
        ConfigurationException.checkRange("--anomalies", lines, 0, MOST_LINES);
        final PrintWriter print = spec.commandLine().getOut();
        final ImageFiles images = DataShowCommand.images(path, options);
        if (images == null) {
            checkEvents(print);
        } else {
            print.println(path + ": " + DataListCommand.IDX);
            images.stems().forEach(stem -> checkImages(print, images, stem));
        }
        if (unreadable > 0) {
            return Failures.USAGE;
        }
        return odd > 0 ? ODD : 0;
    }

    private void checkEvents(final PrintWriter print) {
        try (EventSet set = options.open(path)) {
            print.println(path + ": " + set.format());
            for (final String part : set.parts()) {
                try (EventSource source = set.open(part);
                        RunProgress progress = new RunProgress(part, source.size())) {
                    add(print, EventCheck.run(part, source, lines, progress::done));
                }
            }
        }
    }

    private void checkImages(final PrintWriter print, final ImageFiles images, final String stem) {
        try (ImageStream stream = images.open(stem);
                RunProgress progress = new RunProgress(stem, stream.size(), " images")) {
            add(print, ImageCheck.run(stem, stream, lines, progress::done));
        }
    }

    private void add(final PrintWriter print, final PartReport report) {
        unreadable += report.anomalies().unreadable();
        odd += report.anomalies().odd();
        print.println();
        report.lines().forEach(print::println);
        print.flush();
    }
}
