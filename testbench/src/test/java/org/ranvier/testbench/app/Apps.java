package org.ranvier.testbench.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes and runs small apps. */
final class Apps {
    private Apps() {}

    /** Writes a file into a directory. */
    static Path write(final Path directory, final String name, final String text) {
        try {
            return Files.writeString(directory.resolve(name), text, StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads a file that a run wrote. */
    static String read(final Path directory, final String name) {
        try {
            return Files.readString(directory.resolve(name), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs an app and gives what it printed. */
    static String run(final AppSpec app, final Path out) {
        final StringWriter text = new StringWriter();
        new AppRun(new AppChip(app)).run(out, new PrintWriter(text), samples -> {});
        return text.toString();
    }

    /** Runs the app.yaml of a directory; files are written there too. */
    static String run(final Path directory) {
        return run(AppReader.read(directory.resolve("app.yaml")), directory);
    }
}
