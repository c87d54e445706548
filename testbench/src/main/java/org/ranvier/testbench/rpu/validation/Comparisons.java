package org.ranvier.testbench.rpu.validation;

import java.util.List;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;

/** All comparisons; a new one needs a line here. */
public final class Comparisons {
    private Comparisons() {}

    /** @return each of them, in the order of the report */
    public static List<Comparison> all() {
        return List.of(
                new ResponseComparison(),
                new OuterProductComparison(),
                new ForwardComparison(),
                new PairComparison(),
                new TransferComparison(),
                new AgeingComparison(),
                new PcmComparison(),
                new WireComparison());
    }

    /**
     * Chooses comparisons.
     *
     * @param names their names; null for all
     * @return those, in the order of the report
     * @throws ConfigurationException when there is none of a name
     */
    public static List<Comparison> named(final List<String> names) {
        if (names == null) {
            return all();
        }
        final List<String> known = all().stream().map(Comparison::name).toList();
        for (final String name : names) {
            if (!known.contains(name)) {
                throw ConfigurationException.of(
                        "--only", name, "some of " + known.stream().collect(Collectors.joining(", ")));
            }
        }
        return all().stream()
                .filter(comparison -> names.contains(comparison.name()))
                .toList();
    }
}
