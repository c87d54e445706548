package org.ranvier.testbench.data.event;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ranvier.core.error.ConfigurationException;

/**
 * The parts of a data set, by the names of files and folders: those whose last word is train, valid or test (or training, validation,
 * testing), as in {@code Train}, {@code shd_test.h5} and {@code ibmGestureTrain}, but not in {@code latest}.
 */
final class Parts {
    /** What a set without parts has. */
    static final String ALL = "all";

    /** All names there are, in the order in which parts are listed. */
    static final List<String> NAMES = List.of("train", "valid", "test", ALL);

    private static final Pattern LAST_WORD =
            Pattern.compile("((?<![A-Za-z])(?i:train(ing)?|valid(ation)?|test(ing)?)|(Train|Valid|Test))$");

    private Parts() {}

    /**
     * Finds the part that a file belongs to.
     *
     * @param file the file
     * @return the part that the innermost name says, its own name without extensions first
     */
    static String of(final FileTree.Entry file) {
        final String own = of(file.fileName());
        if (!own.equals(ALL)) {
            return own;
        }
        final List<String> folders = file.folders();
        for (int i = folders.size() - 1; i >= 0; i--) {
            final String part = of(folders.get(i));
            if (!part.equals(ALL)) {
                return part;
            }
        }
        return ALL;
    }

    /**
     * Says whether a folder is a part.
     *
     * @param folder its name
     * @return whether its last word is one
     */
    static boolean isPart(final String folder) {
        return !of(folder).equals(ALL);
    }

    private static String of(final String name) {
        final int dot = name.indexOf('.');
        final Matcher word = LAST_WORD.matcher(dot < 0 ? name : name.substring(0, dot));
        if (!word.find()) {
            return ALL;
        }
        final String last = word.group().toLowerCase(Locale.ROOT);
        return NAMES.stream().filter(last::startsWith).findFirst().orElseThrow();
    }

    /**
     * Looks a part up.
     *
     * @param <T> what a part is
     * @param parts by name
     * @param part the name asked for
     * @param root the set, for the message
     * @return it
     * @throws ConfigurationException naming those that there are, if it is not among them
     */
    static <T> T require(final Map<String, T> parts, final String part, final Path root) {
        final T found = parts.get(part);
        if (found == null) {
            throw new ConfigurationException(
                    root + ": has no part " + part + ", only " + String.join(", ", parts.keySet()));
        }
        return found;
    }
}
