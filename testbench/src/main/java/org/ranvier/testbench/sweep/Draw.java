package org.ranvier.testbench.sweep;

import java.util.List;
import java.util.stream.IntStream;
import org.ranvier.core.random.CounterRandom;
import org.ranvier.testbench.yaml.YamlMap;
import org.ranvier.testbench.yaml.YamlNode;

/**
 * A distribution that values of a parameter are drawn from.
 *
 * <p>A draw is addressed by seed, parameter and number: to add a parameter or more draws changes none of the others.
 */
final class Draw {
    private static final String UNIFORM = "uniform";
    private static final String LOG_UNIFORM = "log_uniform";
    private static final String INTEGER = "integer";
    private static final String CHOICE = "choice";
    private static final long LARGEST = 1L << 40;

    private Draw() {}

    /**
     * Draws the values of a parameter.
     *
     * @param name the parameter
     * @param node a mapping with one of {@code uniform}, {@code log_uniform}, {@code integer} ({@code [low, high]}, both included)
     *     and {@code choice}
     * @param seed of all draws
     * @param count how many
     * @return the values, by number
     */
    static List<Object> values(final String name, final YamlNode node, final long seed, final int count) {
        final YamlMap map = node.map(UNIFORM, LOG_UNIFORM, INTEGER, CHOICE);
        final String kind = map.one(UNIFORM, LOG_UNIFORM, INTEGER, CHOICE);
        final YamlNode given = map.get(kind);
        return IntStream.range(0, count)
                .mapToObj(number -> value(kind, given, CounterRandom.uniform(seed, name.hashCode(), number, 0)))
                .toList();
    }

    private static Object value(final String kind, final YamlNode given, final double uniform) {
        final List<YamlNode> items = given.items();
        if (kind.equals(CHOICE)) {
            if (items.isEmpty()) {
                throw given.refuse("a list of at least one value");
            }
            return items.get((int) (uniform * items.size())).plain();
        }
        if (items.size() != 2) {
            throw given.refuse("a list of two numbers, the lowest and the highest");
        }
        if (kind.equals(INTEGER)) {
            final long low = items.get(0).whole(-LARGEST, LARGEST);
            return low + (long) (uniform * (items.get(1).whole(low, LARGEST) - low + 1));
        }
        final boolean logarithmic = kind.equals(LOG_UNIFORM);
        final double low = items.get(0).real(logarithmic ? Double.MIN_NORMAL : -Double.MAX_VALUE, Double.MAX_VALUE);
        final double high = items.get(1).real(low, Double.MAX_VALUE);
        return logarithmic
                ? StrictMath.exp(StrictMath.log(low) + uniform * (StrictMath.log(high) - StrictMath.log(low)))
                : low + uniform * (high - low);
    }
}
