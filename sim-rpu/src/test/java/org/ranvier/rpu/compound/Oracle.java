package org.ranvier.rpu.compound;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of the measurements of another simulator that are shipped as test resources. */
final class Oracle {
    private Oracle() {}

    /** Reads the rows of a comma-separated file, without its header. */
    static List<String[]> rows(final String name) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Oracle.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(line -> line.split(",")).toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
