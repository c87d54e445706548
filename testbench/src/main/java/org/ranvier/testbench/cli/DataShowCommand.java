package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.data.ImageFiles;
import org.ranvier.testbench.data.ImageStream;
import org.ranvier.testbench.data.event.EventSample;
import org.ranvier.testbench.data.event.EventSet;
import org.ranvier.testbench.data.event.EventSource;
import org.ranvier.testbench.data.view.CameraPicture;
import org.ranvier.testbench.data.view.GreyPicture;
import org.ranvier.testbench.data.view.Picture;
import org.ranvier.testbench.data.view.RasterPicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code data show}: one sample as a picture. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a sample: channels over time, the ON and OFF events of a camera, or an image.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier data show SHD --part test --sample 3        in the terminal",
            "  ranvier data show nmnist.zip --out three.png        as a picture",
            "  ranvier data show emnist --part emnist-letters-test --sample 17"
        })
final class DataShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "A folder, a zip archive or a file.")
    private Path path;

    @Mixin
    private RecordingOptions options;

    @Option(
            names = "--part",
            paramLabel = "NAME",
            description = "train, valid, test or all; for images what the files' names begin with. Default: the first.")
    private String part;

    @Option(names = "--sample", paramLabel = "N", description = "Which sample, from 0 (default ${DEFAULT-VALUE}).")
    private int index;

    @Option(names = "--out", paramLabel = "FILE.png", description = "Write a PNG file; default: text in the terminal.")
    private Path out;

    DataShowCommand() {}

    /**
     * Finds images where a path leads to such.
     *
     * @param path a folder or file
     * @param options the format asked for
     * @return the files; null when they are recordings
     */
    static ImageFiles images(final Path path, final RecordingOptions options) {
        final boolean asked = DataListCommand.IDX.equals(options.format());
        if (options.format() != null && !asked) {
            return null;
        }
        final ImageFiles images = new ImageFiles(path);
        if (asked && images.stems().isEmpty()) {
            throw new ConfigurationException(path + ": has no files *-images-idx3-ubyte[.gz]");
        }
        return images.stems().isEmpty() ? null : images;
    }

    @Override
    public Integer call() {
        if (out != null) {
            OutputFile.requireWritable("--out", out);
        }
        final ImageFiles images = images(path, options);
        if (images == null) {
            showEvents();
        } else {
            showImage(images);
        }
        return 0;
    }

    private void showEvents() {
        try (EventSet set = options.open(path);
                EventSource source = set.open(part == null ? set.parts().get(0) : part)) {
            checkIndex(source.size());
            final EventSample sample = new EventSample();
            source.read(index, sample);
            final String label =
                    sample.label() == EventSample.UNLABELLED ? "unlabelled" : named(sample.label(), source.classes());
            show(
                    sample.origin() + ": " + label + ", " + sample.count() + " events",
                    source.shape().height() == 1
                            ? new RasterPicture(sample, source.shape())
                            : new CameraPicture(sample, source.shape()));
        }
    }

    private static String named(final int label, final List<String> classes) {
        final String number = Integer.toString(label);
        return "class " + number + (classes.get(label).equals(number) ? "" : " " + classes.get(label));
    }

    private void showImage(final ImageFiles images) {
        final String stem = part == null ? images.stems().get(0) : part;
        try (ImageStream stream = images.open(stem)) {
            checkIndex(stream.size());
            final ImageStream.Image image = stream.read(index);
            show(
                    stem + ", image " + index + ": class " + image.label(),
                    new GreyPicture(image.pixels(), stream.columns()));
        }
    }

    private void checkIndex(final int size) {
        if (size == 0) {
            throw new ConfigurationException(path + ": has no samples");
        }
        ConfigurationException.checkRange("--sample", index, 0, size - 1);
    }

    private void show(final String title, final Picture picture) {
        final PrintWriter print = spec.commandLine().getOut();
        print.println(title);
        if (out == null) {
            picture.text().forEach(print::println);
            print.println(picture.caption());
        } else {
            OutputFile.write(out, picture.png());
            print.println("Wrote " + out + ": " + picture.caption() + ".");
        }
    }
}
