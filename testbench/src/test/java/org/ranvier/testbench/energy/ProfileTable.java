package org.ranvier.testbench.energy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalDouble;
import org.ranvier.core.energy.EventKind;

/** A profile as Markdown tables: events unit by unit, then static power. */
final class ProfileTable {
    private ProfileTable() {}

    static String text(final EnergyProfile profile) {
        final StringBuilder out = new StringBuilder("\n| event | one count | pJ | source | node | volts | how |\n");
        out.append("|---|---|---:|---|---|---|---|\n");
        for (final EventKind kind : EventCatalog.inOrder()) {
            profile.price(kind.name()).ifPresent(price -> {
                out.append("| `").append(kind.name()).append("` | ").append(kind.meaning());
                append(out, price.picojoules(), price.origin());
            });
        }
        out.append("\n| part | W | source | node | volts | how |\n|---|---:|---|---|---|---|\n");
        for (final Map.Entry<ChipPart, StaticPower> part : profile.statics().entrySet()) {
            out.append("| ").append(part.getKey().label());
            append(out, part.getValue().watts(), part.getValue().origin());
        }
        return out.append('\n').toString();
    }

    private static void append(final StringBuilder out, final double amount, final Origin origin) {
        out.append(" | ")
                .append(number(amount))
                .append(" | ")
                .append(origin.source())
                .append(" | ")
                .append(condition(origin.nodeNm(), " nm"))
                .append(" | ")
                .append(condition(origin.voltage(), " V"))
                .append(" | ")
                .append(origin.note())
                .append(" |\n");
    }

    private static String condition(final OptionalDouble value, final String unit) {
        return value.isPresent() ? number(value.getAsDouble()) + unit : "unstated";
    }

    private static String number(final double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
