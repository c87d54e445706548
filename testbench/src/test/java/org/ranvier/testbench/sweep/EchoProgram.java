package org.ranvier.testbench.sweep;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.train.Json;

/** A program that prints its options, and a command {@code echo} with options {@code a}, {@code b}, {@code seed} and {@code file}. */
final class EchoProgram implements Program, CommandSurface {
    private static final long serialVersionUID = 1L;

    /** Command lines run so far, in this process. */
    static final AtomicInteger RUNS = new AtomicInteger();

    @Override
    public int run(final String[] words, final PrintWriter out, final PrintWriter err) {
        RUNS.incrementAndGet();
        final Map<String, Object> options = new TreeMap<>();
        for (final String word : words) {
            if (word.startsWith("--file=")) {
                options.put("file", content(word.substring(7)).replaceAll("\\s", ""));
            } else if (word.startsWith("--")) {
                final String[] parts = word.substring(2).split("=");
                options.put("got_" + parts[0], number(parts[1]));
            }
        }
        if (options.containsValue(-1.0)) {
            err.println("--threads 2: only one works");
            err.println("ranvier: " + words[words.length - 1] + " is not allowed");
            return 2;
        }
        options.put("wall_seconds", System.nanoTime());
        out.print(Json.pretty(options));
        return 0;
    }

    private static String content(final String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object number(final String text) {
        return text.matches("-?[0-9.]+") ? Double.valueOf(text) : text;
    }

    @Override
    public String name() {
        return "ranvier echo";
    }

    @Override
    public Kind kind(final String option) {
        return switch (option) {
            case "a", "b", "seed" -> Kind.VALUE;
            case "file" -> Kind.FILE;
            default -> Kind.NONE;
        };
    }

    @Override
    public boolean writesDirectory() {
        return false;
    }

    @Override
    public void check(final List<String> words) {
        if (words.contains("--a=word")) {
            throw new ConfigurationException("'word' is not a number");
        }
    }

    @Override
    public void checkKeys(final String option, final Object tree) {
        if (new ArrayList<>(((Map<?, ?>) tree).keySet()).contains("unknown")) {
            throw new ConfigurationException("unknown: unknown key");
        }
    }
}
