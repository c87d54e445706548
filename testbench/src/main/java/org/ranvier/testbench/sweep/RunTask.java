package org.ranvier.testbench.sweep;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ranvier.testbench.train.Json;

/**
 * A run, with everything that is needed to do it on any machine that can read the files it names.
 *
 * <p>Immutable; several may be done at once in one JVM. It works in a directory of its own, which is gone afterwards and whose
 * name is in none of its results.
 *
 * @param id the run
 * @param words its command line, files and directory for results not included
 * @param files YAML files that are its own
 * @param writesDirectory whether it leaves {@code summary.json} in the directory that {@code --out} names, or prints its results
 * @param program what it is a command line of
 */
public record RunTask(String id, String[] words, OwnFile[] files, boolean writesDirectory, Program program)
        implements Serializable {
    private static final double NANO = 1e-9;
    private static final String PREFIX = "ranvier: ";

    /**
     * A file that exists while the run is done.
     *
     * @param option the option that names it, without dashes
     * @param text its content
     */
    public record OwnFile(String option, String text) implements Serializable {}

    /**
     * Does the run.
     *
     * @param worker where this is
     * @return what it came to; a failure, too, is a result
     */
    public RunResult run(final String worker) {
        final long start = System.nanoTime();
        try {
            final Path scratch = Files.createTempDirectory("ranvier-run");
            try {
                return run(worker, scratch, start);
            } finally {
                delete(scratch);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunResult run(final String worker, final Path scratch, final long start) throws IOException {
        final StringWriter out = new StringWriter();
        final StringWriter err = new StringWriter();
        final int code = program.run(line(scratch), new PrintWriter(out), new PrintWriter(err));
        final Path summary = scratch.resolve("out").resolve("summary.json");
        final String results = Files.exists(summary) ? Files.readString(summary) : out.toString();
        return new RunResult(
                id,
                code,
                code == 0 ? null : error(code, anonymous(err.toString(), scratch)),
                code == 0 ? Json.line(Metrics.of(anonymous(results, scratch))) : "{}",
                (System.nanoTime() - start) * NANO,
                worker);
    }

    private String[] line(final Path scratch) throws IOException {
        final List<String> line = new ArrayList<>(List.of(words));
        for (final OwnFile file : files) {
            final Path path = scratch.resolve(file.option() + ".yaml");
            Files.writeString(path, file.text());
            line.add("--" + file.option() + "=" + path);
        }
        if (writesDirectory) {
            line.add("--out=" + scratch.resolve("out"));
        }
        return line.toArray(String[]::new);
    }

    private static String anonymous(final String text, final Path scratch) {
        return text.replace(scratch + "/", "");
    }

    private static String error(final int code, final String text) {
        return text.lines()
                .filter(line -> line.startsWith(PREFIX))
                .reduce((first, last) -> last)
                .map(line -> line.substring(PREFIX.length()))
                .orElse("exit code " + code);
    }

    private static void delete(final Path directory) throws IOException {
        try (Stream<Path> content = Files.walk(directory)) {
            for (final Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
