package org.ranvier.testbench.fidelity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.Nearest;
import org.ranvier.testbench.energy.Census;
import org.ranvier.testbench.energy.ChipPart;
import org.ranvier.testbench.energy.Operation;
import org.ranvier.testbench.yaml.YamlFile;
import org.ranvier.testbench.yaml.YamlMap;
import org.ranvier.testbench.yaml.YamlNode;

/** The cases of a file: a list of mappings whose keys are those of {@link SiliconCase}. */
public final class SiliconCases {
    private static final String BUILT_IN = "silicon.yaml";

    private final Map<String, SiliconCase> cases;

    private SiliconCases(final Map<String, SiliconCase> cases) {
        this.cases = cases;
    }

    /** @return the cases that come with the simulator */
    public static SiliconCases builtIn() {
        try (InputStream resource = SiliconCases.class.getResourceAsStream(BUILT_IN)) {
            return of(YamlFile.parse(BUILT_IN, new String(resource.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads cases of a user.
     *
     * @param file the YAML file
     * @return its cases
     * @throws ConfigurationException naming file, line and key of what is wrong
     */
    public static SiliconCases read(final Path file) {
        return of(YamlFile.read(file));
    }

    /** @return all cases in the order of the file */
    public List<SiliconCase> all() {
        return List.copyOf(cases.values());
    }

    /**
     * Chooses cases.
     *
     * @param names which; none means all
     * @return the cases, in the order of the names
     * @throws ConfigurationException when there is no such case
     */
    public List<SiliconCase> named(final List<String> names) {
        if (names.isEmpty()) {
            return all();
        }
        final List<SiliconCase> chosen = new ArrayList<>();
        for (final String name : names) {
            if (!cases.containsKey(name)) {
                throw ConfigurationException.of(
                        "--case",
                        name,
                        "one of " + String.join(", ", cases.keySet()) + Nearest.hint(name, cases.keySet()));
            }
            chosen.add(cases.get(name));
        }
        return chosen;
    }

    private static SiliconCases of(final YamlNode file) {
        final Map<String, SiliconCase> cases = new LinkedHashMap<>();
        for (final YamlNode node : file.items()) {
            final SiliconCase silicon = read(node.map(
                    "name",
                    "profile",
                    "shortcut",
                    "relation",
                    "census",
                    "seconds",
                    "parts",
                    "tiles",
                    "compare",
                    "published",
                    "unit",
                    "bound_percent",
                    "source",
                    "note"));
            if (cases.put(silicon.name(), silicon) != null) {
                throw node.error("the case " + silicon.name() + " is there twice");
            }
        }
        return new SiliconCases(cases);
    }

    private static SiliconCase read(final YamlMap fields) {
        final Quantity quantity = Quantity.labelled(fields.get("compare").choice(Quantity.labels()));
        final YamlNode unit = fields.get("unit");
        unit.locate(() -> quantity.scale(unit.text()));
        return new SiliconCase(
                fields.get("name").text(),
                fields.get("profile").text(),
                Optional.ofNullable(fields.text("shortcut", null)),
                Relation.labelled(fields.get("relation").choice(Relation.labels())),
                fields.has("census") ? census(fields.get("census")) : new Census(),
                fields.real("seconds", 0, 0, 1e9),
                fields.has("parts") ? parts(fields.get("parts")) : Map.of(),
                fields.whole("tiles", 1, 1, Integer.MAX_VALUE),
                quantity,
                fields.get("published").real(Double.MIN_VALUE, Double.MAX_VALUE),
                unit.text(),
                bound(fields.get("bound_percent")),
                fields.get("source").text(),
                fields.get("note").text().strip());
    }

    private static Census census(final YamlNode counts) {
        final Census census = new Census();
        counts.entries().forEach((name, count) -> {
            final Operation operation = Operation.named(name)
                    .orElseThrow(() -> count.error("unknown operation, expected one of "
                            + String.join(", ", Operation.kinds().keySet())
                            + Nearest.hint(name, Operation.kinds().keySet())));
            census.add(operation, product(count));
        });
        return census;
    }

    /** Reads a whole number, or a list of whole numbers whose product shows where a count comes from. */
    private static long product(final YamlNode count) {
        long product = 1;
        for (final YamlNode factor : count.itemOrItems()) {
            final long value = factor.whole(0, Long.MAX_VALUE);
            if (Math.multiplyHigh(product, value) != 0 || product * value < 0) {
                throw count.refuse("factors with a product of at most 2^63 - 1");
            }
            product *= value;
        }
        return product;
    }

    private static Map<ChipPart, Integer> parts(final YamlNode counts) {
        final Map<ChipPart, Integer> parts = new EnumMap<>(ChipPart.class);
        counts.entries()
                .forEach((name, count) ->
                        parts.put(count.locate(() -> ChipPart.parse(name)), (int) count.whole(0, Integer.MAX_VALUE)));
        return parts;
    }

    /** Reads text, as a number would lose how many decimals it was written with. */
    private static BigDecimal bound(final YamlNode node) {
        if (!node.isText() || !node.text().matches("\\d{1,6}(\\.\\d{1,6})?")) {
            throw node.refuse("a number in quotes, as its decimals count");
        }
        return new BigDecimal(node.text());
    }
}
