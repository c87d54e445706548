package org.ranvier.testbench.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ranvier.testbench.text.Quantity;

/**
 * What a parameter does on average over everything else that varies.
 *
 * @param parameter its name
 * @param levels its values, or ranges of them, with the runs of each
 */
record MainEffect(String parameter, List<Level> levels) {
    private static final int MOST_LEVELS = 12;
    private static final int RANGES = 4;

    /**
     * Runs that have the same value.
     *
     * @param label the value, or the range
     * @param position the value, or the middle of the runs' values; NaN for texts
     * @param rows the runs that did not fail
     */
    record Level(String label, double position, List<SweepResult.Row> rows) {}

    /**
     * Groups the runs that did not fail.
     *
     * @param result the sweep
     * @param parameter the parameter
     * @return a level a value; four ranges with equal numbers of runs where there are more than twelve numbers
     */
    static MainEffect of(final SweepResult result, final String parameter) {
        final Map<Object, List<SweepResult.Row>> byValue = new LinkedHashMap<>();
        result.rows().stream()
                .filter(row -> !row.failed())
                .forEach(row -> byValue.computeIfAbsent(
                                row.run().parameters().get(parameter), value -> new ArrayList<>())
                        .add(row));
        final List<Object> values = new ArrayList<>(byValue.keySet());
        final boolean numbers = values.stream().allMatch(Number.class::isInstance);
        if (numbers) {
            values.sort((a, b) -> Double.compare(number(a), number(b)));
        }
        if (numbers && values.size() > MOST_LEVELS) {
            return new MainEffect(parameter, ranges(values, byValue));
        }
        return new MainEffect(
                parameter,
                values.stream()
                        .map(value -> new Level(
                                value == null ? "as it is" : Values.text(value),
                                numbers ? number(value) : Double.NaN,
                                byValue.get(value)))
                        .toList());
    }

    private static List<Level> ranges(final List<Object> values, final Map<Object, List<SweepResult.Row>> byValue) {
        final List<Level> levels = new ArrayList<>();
        for (int range = 0; range < RANGES; range++) {
            final List<Object> part =
                    values.subList(range * values.size() / RANGES, (range + 1) * values.size() / RANGES);
            levels.add(new Level(
                    Quantity.digits(number(part.get(0))) + " .. " + Quantity.digits(number(part.get(part.size() - 1))),
                    part.stream().mapToDouble(MainEffect::number).average().orElseThrow(),
                    part.stream().map(byValue::get).flatMap(List::stream).toList()));
        }
        return levels;
    }

    private static double number(final Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }
}
