package org.ranvier.testbench.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ranvier.core.packet.Packet;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.yaml.YamlFile;
import org.ranvier.testbench.yaml.YamlMap;
import org.ranvier.testbench.yaml.YamlNode;

/** Reads an app: {@code docs/run.md} lists its keys. Relative file names start from the directory of the file that names them. */
public final class AppReader {
    private static final int MAX_TICKS = 1 << 24;
    private static final int DEFAULT_CYCLE_LIMIT = 100_000_000;
    private static final int ANY = Integer.MAX_VALUE;

    private final Path file;
    private final Path base;

    private AppReader(final Path file) {
        this.file = file;
        this.base = file.toAbsolutePath().normalize().getParent();
    }

    /**
     * Reads a file.
     *
     * @param file a YAML file
     * @return the app, complete as far as it can be checked without its programs
     * @throws org.ranvier.core.error.ConfigurationException in one line with file, line and key
     */
    public static AppSpec read(final Path file) {
        return new AppReader(file).app(YamlFile.read(file));
    }

    private AppSpec app(final YamlNode top) {
        final YamlMap map =
                top.map("chip", "ticks", "samples", "seed", "cycle_limit", "cores", "routes", "stimulus", "probes");
        final List<StimulusSpec> stimuli =
                map.has("stimulus") ? new StimulusReader(base).read(map.get("stimulus")) : List.of();
        final int made = stimuli.stream().mapToInt(StimulusSpec::samples).max().orElse(0);
        final ChipSpec chip = ChipSection.read(map.has("chip") ? map.get("chip") : null, base);
        return new AppSpec(
                file,
                chip,
                (int) map.get("ticks").whole(1, MAX_TICKS),
                map.whole("samples", Math.max(1, made), 1, ANY),
                map.has("seed") ? map.get("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE) : 1,
                map.whole("cycle_limit", DEFAULT_CYCLE_LIMIT, 1, ANY),
                cores(map.get("cores"), chip),
                map.has("routes") ? routes(map.get("routes")) : List.of(),
                stimuli,
                map.has("probes") ? probes(map.get("probes")) : List.of());
    }

    private List<AppCore> cores(final YamlNode list, final ChipSpec chip) {
        final List<AppCore> cores = new ArrayList<>();
        final Set<String> names = new LinkedHashSet<>();
        for (final YamlNode item : list.items()) {
            final AppCore core = core(item, chip);
            if (core.name().equals(AppRoute.HOST) || !names.add(core.name())) {
                throw item.error("the name '" + core.name() + "' is taken");
            }
            cores.add(core);
        }
        if (cores.isEmpty()) {
            throw list.error("an app needs at least one core");
        }
        return cores;
    }

    private AppCore core(final YamlNode item, final ChipSpec chip) {
        final YamlMap map = item.map("name", "program", "params", "node", "at", "array", "rows", "data");
        final Map<String, Long> parameters = new LinkedHashMap<>();
        if (map.has("params")) {
            map.get("params")
                    .entries()
                    .forEach((name, value) -> parameters.put(name, value.whole(Long.MIN_VALUE, Long.MAX_VALUE)));
        }
        final YamlNode program = map.get("program");
        return new AppCore(
                item,
                map.get("name").text(),
                program.locate(() -> ProgramSource.of(program.text(), base)),
                parameters,
                node(map, chip),
                map.has("array") ? ArrayReader.read(map.get("array"), base) : null,
                contents(map, "rows"),
                contents(map, "data"));
    }

    private Map<String, CellSource> contents(final YamlMap core, final String key) {
        final Map<String, CellSource> contents = new LinkedHashMap<>();
        if (core.has(key)) {
            core.get(key).entries().forEach((region, value) -> contents.put(region, CellSources.read(value, base)));
        }
        return contents;
    }

    private static int node(final YamlMap map, final ChipSpec chip) {
        if (!map.has("node") && !map.has("at")) {
            return AppCore.ANYWHERE;
        }
        if (map.one("node", "at").equals("node")) {
            return (int) map.get("node").whole(0, chip.mesh().localNodes() - 1);
        }
        final YamlNode at = map.get("at");
        if (chip.mesh().concentration() > 1) {
            throw at.error("a router of a concentrated mesh has several nodes, give 'node' instead");
        }
        final List<Integer> place = at.wholes(2, 0, ANY);
        if (place.get(0) >= chip.mesh().columns() || place.get(1) >= chip.mesh().rows()) {
            throw at.error(place + " is not allowed on the " + chip.mesh() + " chip, expected [0.."
                    + (chip.mesh().columns() - 1) + ", 0.." + (chip.mesh().rows() - 1) + "]");
        }
        return place.get(1) * chip.mesh().columns() + place.get(0);
    }

    private static List<AppRoute> routes(final YamlNode list) {
        final List<AppRoute> routes = new ArrayList<>();
        for (final YamlNode item : list.items()) {
            final YamlMap map = item.map("from", "kind", "to", "keys", "offset");
            final String from = map.get("from").text();
            if (from.equals(AppRoute.HOST)) {
                throw map.get("from").error("the host needs no route, every stimulus names its receivers in 'to'");
            }
            final int offset = map.whole("offset", 0, -Packet.MAX_KEY, Packet.MAX_KEY);
            final int first = Math.max(0, -offset);
            final int last = Packet.MAX_KEY - Math.max(0, offset);
            final List<Integer> keys = map.has("keys") ? keys(map.get("keys")) : List.of(first, last);
            if (keys.get(0) < first || keys.get(1) > last) {
                throw map.get("offset").error("moves keys " + keys + " out of 0.." + Packet.MAX_KEY);
            }
            routes.add(new AppRoute(
                    item, from, map.get("kind").text(), names(map.get("to")), keys.get(0), keys.get(1), offset));
        }
        return routes;
    }

    private static List<AppProbe> probes(final YamlNode list) {
        final List<AppProbe> probes = new ArrayList<>();
        final Set<String> files = new LinkedHashSet<>(Set.of("host.csv", "summary.json"));
        for (final YamlNode item : list.items()) {
            final YamlMap map = item.map("core", "probe", "region", "every", "out");
            final boolean point = map.one("probe", "region").equals("probe");
            final YamlNode out = map.get("out");
            if (!out.text().equals(AppProbe.STANDARD_OUTPUT)) {
                if (!out.text().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                    throw out.refuse("a file name without a directory, or \"-\" for the standard output");
                }
                if (!files.add(out.text())) {
                    throw out.error("the file '" + out.text() + "' is taken");
                }
            }
            probes.add(new AppProbe(
                    item,
                    map.get("core").text(),
                    point ? map.get("probe").text() : null,
                    point ? null : map.get("region").text(),
                    map.has("every")
                            && map.get("every").choice("tick", "sample").equals("sample"),
                    out.text()));
        }
        return probes;
    }

    /** @return the names in a text or a list of texts, each once */
    static List<String> names(final YamlNode node) {
        final Set<String> names = new LinkedHashSet<>();
        for (final YamlNode item : node.itemOrItems()) {
            if (!names.add(item.text())) {
                throw item.error("'" + item.text() + "' is given twice");
            }
        }
        if (names.isEmpty()) {
            throw node.error("at least one receiver is needed");
        }
        return List.copyOf(names);
    }

    /** @return the first and the last key of a range */
    static List<Integer> keys(final YamlNode node) {
        final List<Integer> keys = node.wholes(2, 0, Packet.MAX_KEY);
        if (keys.get(0) > keys.get(1)) {
            throw node.error(keys + " is empty, the smallest key comes first");
        }
        return keys;
    }
}
