package org.ranvier.testbench.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ranvier.core.error.ConfigurationException;

/**
 * Files and directories that command lines of a sweep name.
 *
 * <p>Their paths begin at the folder of the sweep file, and a worker, whose own folder is elsewhere, gets them in full. What is
 * in them is part of what a run depends on; where they are is not.
 */
final class InputFiles {
    private final Path folder;
    private final CommandSurface command;
    private final Map<Path, String> hashes = new LinkedHashMap<>();

    InputFiles(final Path folder, final CommandSurface command) {
        this.folder = folder;
        this.command = command;
    }

    /**
     * Completes paths.
     *
     * @param words a command line
     * @return the same with full paths where its options name files that exist
     */
    List<String> absolute(final List<String> words) {
        final List<String> line = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            final Path path = path(words, i);
            final String word = words.get(i);
            line.add(
                    path == null
                            ? word
                            : word.substring(0, word.length() - value(words, i).length()) + path);
        }
        return line;
    }

    /**
     * Hashes contents.
     *
     * @param words a command line
     * @return a hash by word, for words that name a file or directory that exists
     */
    Map<String, String> hashes(final List<String> words) {
        final Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            final Path path = path(words, i);
            if (path != null) {
                found.put(words.get(i), hashes.computeIfAbsent(path, InputFiles::hash));
            }
        }
        return found;
    }

    /** The file that a word names, alone or behind its option and an equals sign; null if it names none that exists. */
    private Path path(final List<String> words, final int place) {
        final String value = value(words, place);
        if (value == null || value.isEmpty()) {
            return null;
        }
        final Path path = folder.resolve(value).normalize();
        return Files.exists(path) ? path : null;
    }

    private String value(final List<String> words, final int place) {
        final String word = words.get(place);
        final int equals = word.indexOf('=');
        if (word.startsWith("--")) {
            return equals > 0 && isFile(word.substring(0, equals)) ? word.substring(equals + 1) : null;
        }
        return place > 0 && isFile(words.get(place - 1)) ? word : null;
    }

    private boolean isFile(final String option) {
        return option.startsWith("--") && command.kind(option.substring(2)) == CommandSurface.Kind.FILE;
    }

    private static String hash(final Path path) {
        try (Stream<Path> content = Files.walk(path)) {
            final StringBuilder names = new StringBuilder();
            for (final Path file : content.filter(Files::isRegularFile).sorted().toList()) {
                names.append(path.relativize(file))
                        .append(' ')
                        .append(Digests.of(Files.readAllBytes(file)))
                        .append('\n');
            }
            return Digests.of(names.toString().getBytes(StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw new ConfigurationException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
