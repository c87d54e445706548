package org.ranvier.testbench.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fault.FaultSpec;

/**
 * One fault over several rates, written {@code KIND~RATES[:WHERE][=HOW]}: {@code stuck-device~0.01,0.1=min},
 * {@code flip-bit~1e-6..1e-3/7}.
 *
 * @param faults the fault with each of its rates, ascending, without 0
 */
public record FaultRates(List<FaultSpec> faults) {
    private static final int MOST = 100;
    private static final Pattern GRAMMAR = Pattern.compile("(?<kind>[\\w-]+)~(?<rates>[^:=]+)(?<rest>[:=].*)?");
    private static final String FORM = "KIND~RATES[:WHERE][=HOW], rates like 0.01,0.1 or 0.001..0.1/7";
    private static final Pattern RANGE = Pattern.compile("(?<first>.+?)\\.\\.(?<last>.+)/(?<count>\\d{1,3})");

    /**
     * Parses a fault with rates.
     *
     * @param text rates separated by commas; {@code A..B/N} stands for N rates from A to B, equally far apart in their logarithms
     * @return the fault at each rate; a 0, which every campaign has, is left out
     * @throws ConfigurationException in one line
     */
    public static FaultRates parse(final String text) {
        final Matcher match = GRAMMAR.matcher(text.strip());
        if (!match.matches()) {
            throw ConfigurationException.of("--fault", "'" + text + "'", FORM);
        }
        final String rest = match.group("rest") == null ? "" : match.group("rest");
        final FaultSpec fault = FaultSpec.parse(match.group("kind") + "~0" + rest);
        final TreeSet<Double> rates = new TreeSet<>();
        for (final String item : match.group("rates").split(",", -1)) {
            final Matcher range = RANGE.matcher(item.strip());
            if (item.isBlank()) {
                throw ConfigurationException.of("--fault", "'" + text + "'", FORM);
            }
            if (range.matches()) {
                rates.addAll(range(text, range));
            } else {
                rates.add(rate(fault, item.strip()));
            }
        }
        rates.remove(0.0);
        if (rates.isEmpty()) {
            throw ConfigurationException.of("--fault", "'" + text + "'", "at least one rate above 0");
        }
        return new FaultRates(rates.stream().map(fault::withRate).toList());
    }

    private static double rate(final FaultSpec fault, final String text) {
        return FaultSpec.parse(fault.kind().label() + "~" + text).rate();
    }

    private static List<Double> range(final String text, final Matcher range) {
        final FaultSpec first =
                FaultSpec.parse("flip-bit~" + range.group("first").strip());
        final FaultSpec last = FaultSpec.parse("flip-bit~" + range.group("last").strip());
        final int count = Integer.parseInt(range.group("count"));
        if (first.rate() <= 0 || last.rate() <= first.rate() || count < 2 || count > MOST) {
            throw ConfigurationException.of(
                    "--fault", "'" + text + "'", "a range A..B/N with 0 < A < B <= 1 and N in 2.." + MOST);
        }
        final List<Double> rates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final double share = (double) i / (count - 1);
            final double rate = first.rate() * StrictMath.pow(last.rate() / first.rate(), share);
            // Three digits are enough to tell rates apart, and can be read.
            rates.add(i == 0 ? first.rate() : i == count - 1 ? last.rate() : rounded(rate));
        }
        return rates;
    }

    private static double rounded(final double rate) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2e", rate));
    }

    /** @return what it is called: the fault without its rate */
    public String name() {
        final String text = faults.get(0).toString();
        final int end = text.indexOf(':') >= 0 ? text.indexOf(':') : text.indexOf('=');
        return faults.get(0).kind().label() + (end < 0 ? "" : text.substring(end));
    }

    /** @return what a rate is the probability of, in words */
    public String unit() {
        return "rate per " + faults.get(0).kind().unit();
    }
}
