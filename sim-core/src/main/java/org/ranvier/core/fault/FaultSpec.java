package org.ranvier.core.fault;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ranvier.core.error.ConfigurationException;

/**
 * One fault of a chip: {@code KIND@CYCLE[:WHERE][=HOW]} happens once, {@code KIND~RATE[:WHERE][=HOW]} happens by chance.
 *
 * <p>A fault of a cycle happens at its beginning, before anything else does; a packet's is that of the first packet from then on.
 * Whether the place exists is known when the chip is built.
 *
 * @param kind what happens
 * @param cycle the cycle from which on it happens, 0 or more; -1 for a rate
 * @param rate the probability, 0..1, that one {@link FaultKind#unit} is hit; NaN for a cycle
 * @param place where; what it leaves out is the first candidate for a cycle, and all for a rate
 * @param how {@link #PRESENT}, {@link #MINIMUM} or {@link #MAXIMUM} for a stuck device, the cycles of delay of a late flit, the bit of a
 *     corrupt packet (payload 0..31, key 32..47) or {@link FaultPlace#ANY} for a bit by chance; else 0
 */
public record FaultSpec(FaultKind kind, long cycle, double rate, FaultPlace place, int how) {
    /** A stuck device keeps the weight that it has. */
    public static final int PRESENT = 0;

    /** A stuck device keeps its lowest weight. */
    public static final int MINIMUM = 1;

    /** A stuck device keeps its highest weight. */
    public static final int MAXIMUM = 2;

    /** Cycles by which a late flit is late unless it is said. */
    public static final int USUAL_DELAY = 16;

    /** The form of a fault on the command line. */
    public static final String FORM = "KIND@CYCLE[:WHERE][=HOW] or KIND~RATE[:WHERE][=HOW]";

    private static final int LONGEST_DELAY = 1_000_000;
    private static final int CORRUPTIBLE_BITS = 48;
    private static final Pattern GRAMMAR =
            Pattern.compile("(?<kind>[\\w-]+)(?<sort>[@~])(?<when>[^:=]+)(?::(?<where>[^=]+))?(?:=(?<how>.+))?");

    private static final Map<String, Integer> STUCK_AT = Map.of("present", PRESENT, "min", MINIMUM, "max", MAXIMUM);

    /**
     * Parses a fault.
     *
     * @param text e.g. {@code flip-bit@20000:core[3].w[12,5].bit4} or {@code stuck-device~0.01=min}
     * @return the fault
     * @throws ConfigurationException in one line, when it is none
     */
    public static FaultSpec parse(final String text) {
        final Matcher match = GRAMMAR.matcher(text.strip());
        if (!match.matches()) {
            throw ConfigurationException.of("--fault", "'" + text + "'", FORM);
        }
        final FaultKind kind = FaultKind.of(match.group("kind"));
        final boolean isRate = match.group("sort").equals("~");
        final FaultPlace place = place(kind, match.group("where"));
        final int how = how(kind, match.group("how"));
        return isRate
                ? new FaultSpec(kind, -1, rate(match.group("when")), place, how)
                : new FaultSpec(kind, cycle(match.group("when")), Double.NaN, place, how);
    }

    private static long cycle(final String text) {
        try {
            final long cycle = Long.parseLong(text);
            if (cycle >= 0) {
                return cycle;
            }
        } catch (final NumberFormatException e) {
            // The same message as for a negative number.
        }
        throw ConfigurationException.of("--fault: cycle", "'" + text + "'", "a whole number of 0 or more");
    }

    private static double rate(final String text) {
        try {
            final double rate = Double.parseDouble(text);
            if (rate >= 0 && rate <= 1) {
                return rate;
            }
        } catch (final NumberFormatException e) {
            // The same message as for a number beyond the range.
        }
        throw ConfigurationException.of("--fault: rate", "'" + text + "'", "a number in 0..1");
    }

    private static FaultPlace place(final FaultKind kind, final String text) {
        final FaultPlace place = text == null ? FaultPlace.ANYWHERE : FaultPlace.parse(text.strip());
        if (place == null || !PlaceRules.fits(kind, place)) {
            throw ConfigurationException.of(
                    "--fault: place of " + kind.label(), "'" + text + "'", PlaceRules.expected(kind));
        }
        return PlaceRules.normal(kind, place);
    }

    private static int how(final FaultKind kind, final String text) {
        if (text == null) {
            return switch (kind) {
                case LATE_FLIT -> USUAL_DELAY;
                case CORRUPT_PACKET -> FaultPlace.ANY;
                default -> 0;
            };
        }
        return switch (kind) {
            case STUCK_DEVICE -> {
                final Integer mode = STUCK_AT.get(text);
                if (mode == null) {
                    throw ConfigurationException.of(
                            "--fault: stuck-device", "'=" + text + "'", "=present, =min or =max");
                }
                yield mode;
            }
            case LATE_FLIT -> number(kind, text, "", 1, LONGEST_DELAY);
            case CORRUPT_PACKET -> number(kind, text, "bit", 0, CORRUPTIBLE_BITS - 1);
            default -> throw ConfigurationException.of("--fault: " + kind.label(), "'=" + text + "'", "no '='");
        };
    }

    private static int number(
            final FaultKind kind, final String text, final String prefix, final int min, final int max) {
        final String digits = text.startsWith(prefix) ? text.substring(prefix.length()) : "";
        if (digits.matches("\\d{1,8}")) {
            final int value = Integer.parseInt(digits);
            if (value >= min && value <= max) {
                return value;
            }
        }
        throw ConfigurationException.of(
                "--fault: " + kind.label(), "'=" + text + "'", "=" + prefix + min + "..=" + prefix + max);
    }

    /** @return whether it happens by chance, again and again */
    public boolean isRate() {
        return cycle < 0;
    }

    /** @return whether its place is found while the chip runs: the first packet, the first line of an array that is read */
    public boolean awaitsCandidate() {
        final boolean indexed = place.row() != FaultPlace.ANY || place.column() != FaultPlace.ANY;
        return !isRate() && (kind.hitsPackets() || kind.hitsArrays() && !indexed);
    }

    /** @return whether it looks for its place all over the chip while that runs */
    public boolean searches() {
        return awaitsCandidate() && place.node() == FaultPlace.ANY;
    }

    /** @return the same fault with another rate */
    public FaultSpec withRate(final double other) {
        return new FaultSpec(kind, -1, other, place, how);
    }

    /** @return it as it is written on the command line */
    @Override
    public String toString() {
        final String when = isRate() ? "~" + number(rate) : "@" + cycle;
        final String where = place.toString();
        return kind.label() + when + (where.isEmpty() ? "" : ":" + where) + howText();
    }

    private static String number(final double rate) {
        final String text = Double.toString(rate).toLowerCase(Locale.ROOT).replace(".0e", "e");
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private String howText() {
        return switch (kind) {
            case STUCK_DEVICE -> how == PRESENT ? "" : how == MINIMUM ? "=min" : "=max";
            case LATE_FLIT -> how == USUAL_DELAY ? "" : "=" + how;
            case CORRUPT_PACKET -> how == FaultPlace.ANY ? "" : "=bit" + how;
            default -> "";
        };
    }
}
