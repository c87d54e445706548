package org.ranvier.testbench.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ranvier.testbench.yaml.YamlFile;
import org.ranvier.testbench.yaml.YamlNode;

/**
 * YAML files whose fields vary from run to run: what they are before that.
 *
 * <p>A base is what the sweep's {@code files} says, a mapping or a path, or else the file that the command line or a parameter
 * gives to the option, or else empty.
 */
final class BaseFiles {
    private final Sweep sweep;
    private final Set<String> options = new LinkedHashSet<>();
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> given = new LinkedHashMap<>();

    BaseFiles(final Sweep sweep, final CommandSurface command) {
        this.sweep = sweep;
        sweep.files().forEach((option, node) -> {
            if (command.kind(option) != CommandSurface.Kind.FILE) {
                throw node.error(command.name() + " has no option --" + option + " that takes a file");
            }
            options.add(option);
        });
        sweep.parameters().stream()
                .filter(Parameter::isField)
                .map(Parameter::option)
                .forEach(options::add);
        takeFromWords();
    }

    /** @return the options that name a file of a run's own */
    Set<String> options() {
        return options;
    }

    /** @return the sweep's command line without these options */
    List<String> words() {
        return words;
    }

    private void takeFromWords() {
        for (int i = 0; i < sweep.words().size(); i++) {
            final String word = sweep.words().get(i);
            final int equals = word.indexOf('=');
            final String name = word.startsWith("--") ? word.substring(2, equals < 0 ? word.length() : equals) : "";
            if (!options.contains(name)) {
                words.add(word);
            } else if (equals > 0) {
                given.put(name, word.substring(equals + 1));
            } else if (i + 1 < sweep.words().size()) {
                i++;
                given.put(name, sweep.words().get(i));
            }
        }
    }

    /**
     * Makes the files of a run.
     *
     * @param point the values of its parameters
     * @return their content by option
     */
    Map<String, Object> files(final Map<String, Object> point) {
        final Map<String, Object> files = new LinkedHashMap<>();
        for (final String option : options) {
            final Map<String, Object> tree = base(option, point);
            for (final Parameter parameter : sweep.parameters()) {
                final Object value = point.get(parameter.name());
                if (parameter.isField() && parameter.option().equals(option) && value != null) {
                    set(tree, parameter, value);
                }
            }
            files.put(option, tree);
        }
        return files;
    }

    private Map<String, Object> base(final String option, final Map<String, Object> point) {
        final YamlNode node = sweep.files().get(option);
        if (node != null && node.isMap()) {
            return copy(node);
        }
        final Object path = node != null ? node.text() : point.getOrDefault(option, given.get(option));
        if (path == null) {
            return new LinkedHashMap<>();
        }
        final Path file = sweep.folder().resolve(path.toString());
        return (node == null ? sweep.command() : node).locate(() -> copy(YamlFile.read(file)));
    }

    private static Map<String, Object> copy(final YamlNode node) {
        final Map<String, Object> copy = new LinkedHashMap<>();
        node.entries().forEach((key, value) -> copy.put(key, value.isMap() ? copy(value) : value.plain()));
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static void set(final Map<String, Object> tree, final Parameter parameter, final Object value) {
        final String[] keys = parameter.field().split("\\.");
        Map<String, Object> place = tree;
        for (int i = 0; i < keys.length - 1; i++) {
            final Object inner = place.computeIfAbsent(keys[i], key -> new LinkedHashMap<String, Object>());
            if (!(inner instanceof Map)) {
                throw parameter.node().error("the base file has a value at " + keys[i] + ", not a mapping");
            }
            place = (Map<String, Object>) inner;
        }
        place.put(keys[keys.length - 1], value);
    }
}
