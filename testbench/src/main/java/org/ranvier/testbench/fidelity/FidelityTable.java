package org.ranvier.testbench.fidelity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ranvier.testbench.energy.Operation;

/** Outcomes as text for people and as CSV. */
public final class FidelityTable {
    private static final String ROW = "%-20s %-17s %-26s %12s %12s %10s %9s  %s%n";
    private static final String CSV_HEADER =
            "case,profile,relation,quantity,unit,model,published,error_percent,bound_percent,"
                    + "within,shortcut,shortcut_model,shortcut_error_percent,seconds,census,source\n";

    private FidelityTable() {}

    /**
     * Writes two lines for each case: the comparison, and what happened.
     *
     * @param outcomes the cases
     * @return the text
     */
    public static String text(final List<Outcome> outcomes) {
        final StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT, ROW, "case", "profile", "compared", "model", "published", "error", "bound", "relation"));
        for (final Outcome outcome : outcomes) {
            final SiliconCase silicon = outcome.silicon();
            out.append(String.format(
                    Locale.ROOT,
                    ROW,
                    silicon.name(),
                    silicon.profile(),
                    silicon.quantity().label(),
                    value(outcome.model(), silicon),
                    value(silicon.published(), silicon),
                    percent(outcome.errorPercent()),
                    silicon.boundPercent() + " %",
                    silicon.relation().label() + (outcome.within() ? "" : ": EXCEEDED")));
            out.append("    ").append(happened(silicon));
            outcome.shortcut()
                    .ifPresent(shortcut -> out.append("; ")
                            .append(silicon.shortcut().orElseThrow())
                            .append(" would say ")
                            .append(value(shortcut, silicon))
                            .append(", ")
                            .append(percent(outcome.shortcutPercent().orElseThrow())));
            out.append('\n');
        }
        return out.toString();
    }

    /**
     * Writes a line for each case.
     *
     * @param outcomes the cases
     * @return the table with a line of names
     */
    public static String csv(final List<Outcome> outcomes) {
        return outcomes.stream().map(FidelityTable::line).collect(Collectors.joining("\n", CSV_HEADER, "\n"));
    }

    private static String line(final Outcome outcome) {
        final SiliconCase silicon = outcome.silicon();
        return String.join(
                ",",
                silicon.name(),
                silicon.profile(),
                silicon.relation().label(),
                silicon.quantity().label(),
                silicon.unit(),
                Double.toString(outcome.model()),
                Double.toString(silicon.published()),
                outcome.errorPercent().toPlainString(),
                silicon.boundPercent().toPlainString(),
                Boolean.toString(outcome.within()),
                silicon.shortcut().orElse(""),
                outcome.shortcut().map(String::valueOf).orElse(""),
                outcome.shortcutPercent().map(BigDecimal::toPlainString).orElse(""),
                Double.toString(silicon.seconds()),
                '"' + happened(silicon) + '"',
                '"' + silicon.source() + '"');
    }

    private static String happened(final SiliconCase silicon) {
        final List<String> words = new ArrayList<>();
        for (final Operation operation : Operation.values()) {
            if (silicon.census().count(operation) > 0) {
                words.add(String.format(
                        Locale.ROOT,
                        "%,d %s",
                        silicon.census().count(operation),
                        operation.kind().name()));
            }
        }
        silicon.parts()
                .forEach((part, number) ->
                        words.add(some(number, part.label()) + " on for " + plain(silicon.seconds()) + " s"));
        if (silicon.quantity() == Quantity.BARRIER_TIME) {
            words.add(some(silicon.tiles(), "tile"));
        }
        return String.join(", ", words);
    }

    private static String some(final int number, final String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String value(final double value, final SiliconCase silicon) {
        return String.format(Locale.ROOT, "%.4g %s", value, silicon.unit());
    }

    private static String percent(final BigDecimal value) {
        return (value.signum() >= 0 ? "+" : "") + value.toPlainString() + " %";
    }

    private static String plain(final double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
