package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ranvier.testbench.data.event.EventSets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code data list}: what can be read. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists formats with the files that they expect, and the data that come with the program.",
        footerHeading = "%nExamples:%n",
        footer = {"  ranvier data list", "  ranvier data check DIR --format n-caltech101"})
final class DataListCommand implements Callable<Integer> {
    /** The format of images. */
    static final String IDX = "idx";

    private static final int NAME_WIDTH = 17;
    private static final int TEXT_WIDTH = 62;

    @Spec
    private CommandSpec spec;

    DataListCommand() {}

    @Override
    public Integer call() {
        final PrintWriter print = spec.commandLine().getOut();
        final Map<String, String> formats = new TreeMap<>(EventSets.formats());
        formats.put(
                IDX,
                "STEM-images-idx3-ubyte[.gz] with STEM-labels-idx1-ubyte: MNIST, Fashion-MNIST, EMNIST (turned upright)");
        formats.forEach((name, expects) -> {
            final String[] lines = wrapped(expects).split("\n");
            print.println(name + " ".repeat(NAME_WIDTH - name.length()) + lines[0]);
            for (int i = 1; i < lines.length; i++) {
                print.println(" ".repeat(NAME_WIDTH) + lines[i]);
            }
        });
        print.println();
        print.println("With the program: mnist, the first 10000 training and all 10000 test images.");
        print.println("Other images: train --dataset fashion-mnist|emnist-SPLIT --data-dir DIR.");
        return 0;
    }

    private static String wrapped(final String text) {
        final StringBuilder lines = new StringBuilder();
        int length = 0;
        for (final String word : text.split(" ")) {
            if (length > 0 && length + 1 + word.length() > TEXT_WIDTH) {
                lines.append('\n');
                length = 0;
            }
            lines.append(length == 0 ? "" : " ").append(word);
            length += word.length() + (length == 0 ? 0 : 1);
        }
        return lines.toString();
    }
}
