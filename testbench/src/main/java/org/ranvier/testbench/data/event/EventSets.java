package org.ranvier.testbench.data.event;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.Nearest;

/**
 * Opens recordings of any format that is known, found by names and content of the files.
 *
 * <pre>{@code
 * try (EventSet set = EventSets.open(path, null, EventOptions.NONE);
 *         EventSource train = set.open("train")) {
 *     final EventSample sample = new EventSample();
 *     for (int i = 0; i < train.size(); i++) {
 *         train.read(i, sample);
 *     }
 * }
 * }</pre>
 */
public final class EventSets {
    /** The formats, most particular first: the first that recognises the files is taken. */
    private static final List<EventFormat> FORMATS = List.of(
            new ShdFormat(),
            new GestureFormat(),
            new NpyFormat(),
            BinFormat.N_MNIST,
            BinFormat.N_CALTECH,
            new Aedat3Format(),
            new Aedat2Format());

    private EventSets() {}

    /**
     * Describes the formats.
     *
     * @return what each expects, by name
     */
    public static Map<String, String> formats() {
        return FORMATS.stream()
                .collect(Collectors.toMap(EventFormat::name, EventFormat::expects, (a, b) -> a, TreeMap::new));
    }

    /**
     * Opens a set of recordings.
     *
     * @param path a folder, an archive or a file
     * @param format the format's name; null to find it out
     * @param options how to read
     * @return the set, its files listed but not read
     * @throws ConfigurationException in one line, if there is no such path or format, or the files are not what they should be
     */
    public static EventSet open(final Path path, final String format, final EventOptions options) {
        final FileTree tree = FileTree.of(path);
        try {
            final EventSet set = (format == null ? detect(tree) : named(format)).open(tree, options);
            return options.turns() ? new TurnedSet(set, options) : set;
        } catch (final ConfigurationException e) {
            tree.close();
            throw e;
        }
    }

    private static EventFormat named(final String name) {
        return FORMATS.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ConfigurationException.of("--format", name, "one of " + names() + hint(name)));
    }

    private static String names() {
        return FORMATS.stream().map(EventFormat::name).collect(Collectors.joining(", "));
    }

    private static String hint(final String name) {
        return Nearest.hint(name, FORMATS.stream().map(EventFormat::name).toList());
    }

    private static EventFormat detect(final FileTree tree) {
        return FORMATS.stream()
                .filter(format -> format.recognises(tree))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(tree.root()
                        + ": holds no recordings of a known format (" + names()
                        + "); ranvier data list says what they expect"));
    }
}
