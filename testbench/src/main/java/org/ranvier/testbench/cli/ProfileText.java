package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.energy.Latency;
import org.ranvier.testbench.energy.Origin;
import org.ranvier.testbench.energy.Price;
import org.ranvier.testbench.energy.StaticPower;

/** A profile as text for people. */
final class ProfileText {
    private static final String ROW = "%-26s %22s %9s %8s  %s%n";

    private final PrintWriter print;

    private ProfileText(final PrintWriter print) {
        this.print = print;
    }

    static void print(final PrintWriter print, final EnergyProfile profile) {
        print.println(profile.name());
        print.println("  " + profile.description().strip());
        print.println("  prices " + profile.vocabulary().meaning() + ", nominal node "
                + condition(profile.nodeNm(), "nm") + ", supply " + condition(profile.voltage(), "V") + ", "
                + (profile.composition() ? "a composition of several sources" : "one source"));
        print.println();
        new ProfileText(print).rows(profile);
        final List<String> missing = missing(profile);
        if (!missing.isEmpty()) {
            print.println();
            print.println("no price: " + String.join(", ", missing));
        }
    }

    private void rows(final EnergyProfile profile) {
        print.printf(Locale.ROOT, ROW, profile.vocabulary().key(), "amount", "node", "supply", "source");
        profile.prices().forEach(this::price);
        profile.statics().forEach((part, power) -> power(part.component(), power));
        profile.times().forEach(this::time);
    }

    private void price(final String event, final Price price) {
        row(event, number(price.picojoules()) + " pJ", price.origin());
        if (!price.covers().isEmpty()) {
            print.println("    covers " + String.join(", ", price.covers()));
        }
    }

    private void power(final String part, final StaticPower power) {
        row(part, number(power.watts()) + " W", power.origin());
    }

    private void time(final String event, final Latency time) {
        if (!time.byTiles()) {
            row(event, number(time.nanoseconds().get(time.nanoseconds().firstKey())) + " ns", time.origin());
            return;
        }
        time.nanoseconds()
                .forEach((tiles, nanoseconds) ->
                        row(event + ", tiles: " + tiles, number(nanoseconds) + " ns", time.origin()));
    }

    private void row(final String name, final String amount, final Origin origin) {
        print.printf(
                Locale.ROOT,
                ROW,
                name,
                amount,
                condition(origin.nodeNm(), "nm"),
                condition(origin.voltage(), "V"),
                origin.source());
        if (!origin.note().isEmpty()) {
            print.println("    " + origin.note());
        }
    }

    private static List<String> missing(final EnergyProfile profile) {
        final List<String> missing =
                new ArrayList<>(profile.vocabulary().kinds().keySet());
        missing.removeAll(profile.prices().keySet());
        profile.prices().values().forEach(price -> missing.removeAll(price.covers()));
        return missing;
    }

    /** @return a number with its unit, or {@code unstated} */
    static String condition(final OptionalDouble value, final String unit) {
        return value.isPresent() ? number(value.getAsDouble()) + " " + unit : "unstated";
    }

    /** @return the sources of a profile, each once */
    static String source(final EnergyProfile profile) {
        return Stream.concat(
                        profile.prices().values().stream().map(Price::origin),
                        profile.statics().values().stream().map(StaticPower::origin))
                .map(Origin::source)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String number(final double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
