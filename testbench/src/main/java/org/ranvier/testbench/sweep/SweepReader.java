package org.ranvier.testbench.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.testbench.yaml.YamlFile;
import org.ranvier.testbench.yaml.YamlMap;
import org.ranvier.testbench.yaml.YamlNode;

/** Reads a sweep file; {@code docs/design/sweeps.md} has the format. Every error names file, line and key. */
final class SweepReader {
    private static final int MOST_RUNS = 100_000;

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private List<Map<String, Object>> points = List.of(Map.of());

    private SweepReader() {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @return what it says
     */
    static Sweep read(final Path file) {
        return new SweepReader().sweep(file);
    }

    private Sweep sweep(final Path file) {
        final YamlMap top = YamlFile.read(file)
                .map("title", "command", "files", "seeds", "grid", "list", "random", "metrics", "pareto");
        final YamlNode command = top.get("command");
        if (top.has("grid")) {
            grid(top.get("grid"));
        }
        if (top.has("list")) {
            multiply(list(top.get("list")), top.get("list"));
        }
        if (top.has("random")) {
            multiply(random(top.get("random")), top.get("random"));
        }
        final YamlMap pareto = top.has("pareto") ? top.get("pareto").map("maximise", "minimise") : null;
        return new Sweep(
                top.text("title", file.getFileName().toString()),
                file.toAbsolutePath().normalize().getParent(),
                command,
                words(command),
                top.has("files") ? top.get("files").entries() : Map.of(),
                top.has("seeds") ? seeds(top.get("seeds")) : List.of(),
                List.copyOf(parameters.values()),
                points,
                top.has("metrics")
                        ? top.get("metrics").items().stream()
                                .map(YamlNode::text)
                                .toList()
                        : List.of(),
                pareto == null ? null : pareto.get("maximise").text(),
                pareto == null ? null : pareto.get("minimise").text());
    }

    private static List<String> words(final YamlNode command) {
        return command.isList()
                ? command.items().stream()
                        .map(word -> Values.text(word.plain()))
                        .toList()
                : Arrays.asList(command.text().strip().split("\\s+"));
    }

    private static List<Long> seeds(final YamlNode node) {
        final List<Long> seeds = node.itemOrItems().stream()
                .map(seed -> seed.whole(Long.MIN_VALUE, Long.MAX_VALUE))
                .toList();
        if (seeds.isEmpty()) {
            throw node.refuse("at least one seed");
        }
        return seeds;
    }

    private void grid(final YamlNode node) {
        node.entries().forEach((name, values) -> {
            add(name, values);
            final List<Map<String, Object>> levels = new ArrayList<>();
            values.itemOrItems().forEach(value -> levels.add(single(name, Values.of(value))));
            multiply(levels, values);
        });
    }

    private List<Map<String, Object>> list(final YamlNode node) {
        final List<Map<String, Object>> listed = new ArrayList<>();
        final Map<String, YamlNode> names = new LinkedHashMap<>();
        for (final YamlNode item : node.items()) {
            final Map<String, Object> point = new LinkedHashMap<>();
            item.entries().forEach((name, value) -> {
                names.putIfAbsent(name, value);
                point.put(name, Values.of(value));
            });
            listed.add(point);
        }
        names.forEach(this::add);
        return listed;
    }

    private List<Map<String, Object>> random(final YamlNode node) {
        final YamlMap map = node.map("count", "seed", "draw");
        final int count = (int) map.get("count").whole(1, MOST_RUNS);
        final long seed = map.has("seed") ? map.get("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE) : 1;
        final List<Map<String, Object>> draws = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            draws.add(new LinkedHashMap<>());
        }
        map.get("draw").entries().forEach((name, distribution) -> {
            add(name, distribution);
            final List<Object> values = Draw.values(name, distribution, seed, count);
            for (int number = 0; number < count; number++) {
                draws.get(number).put(name, values.get(number));
            }
        });
        return draws;
    }

    private static Map<String, Object> single(final String name, final Object value) {
        final Map<String, Object> level = new LinkedHashMap<>();
        level.put(name, value);
        return level;
    }

    private void add(final String name, final YamlNode node) {
        if (name.startsWith("-")) {
            throw node.error("a parameter is named without dashes, " + name.replaceFirst("^-+", ""));
        }
        if (parameters.put(name, new Parameter(name, node)) != null) {
            throw node.error("varies twice: in two of grid, list and random");
        }
    }

    /** Every point so far, with every one of these; the last varies fastest. */
    private void multiply(final List<Map<String, Object>> factors, final YamlNode node) {
        if (factors.isEmpty()) {
            throw node.refuse("at least one value");
        }
        if ((long) points.size() * factors.size() > MOST_RUNS) {
            throw node.error("makes " + (long) points.size() * factors.size() + " points, at most " + MOST_RUNS
                    + " are allowed");
        }
        final List<Map<String, Object>> product = new ArrayList<>(points.size() * factors.size());
        for (final Map<String, Object> point : points) {
            for (final Map<String, Object> factor : factors) {
                final Map<String, Object> both = new LinkedHashMap<>(point);
                both.putAll(factor);
                product.add(both);
            }
        }
        points = product;
    }
}
