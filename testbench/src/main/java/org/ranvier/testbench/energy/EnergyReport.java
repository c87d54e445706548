package org.ranvier.testbench.energy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.error.ConfigurationException;

/**
 * The energy of a run or of a part of it: counts times prices plus static power times time.
 *
 * <p>What has no price is named and left out of every sum. Counts are added as integers before they are priced and energies in
 * a fixed order, so equal counts give equal bytes whatever the order of the ledger's rows. A component or phase is present
 * when at least one of its events has a price, even if none of them happened.
 *
 * @param profile the profile's name
 * @param joules total of all that has a price, in J
 * @param byComponent joules by {@code EventKind.component}, static power under {@code static.core} and so on; by name
 * @param byPhase joules by {@code EnergyPhase.label}, static power under {@code idle}; in the order of the phases
 * @param events every kind of the ledger with its count and energy, by name
 * @param unpriced counts above 0 of the events without a price, by name
 * @param unpricedParts labels of the parts that the chip has and whose static power the profile lacks
 */
public record EnergyReport(
        String profile,
        double joules,
        SortedMap<String, Double> byComponent,
        Map<String, Double> byPhase,
        List<EventEnergy> events,
        SortedMap<String, Long> unpriced,
        List<String> unpricedParts) {

    /**
     * Prices a whole ledger.
     *
     * @see #of(LedgerSnapshot, EnergyProfile, double, int, int)
     * @param ledger the ledger, which is brought up to date by this
     * @param profile the prices
     * @param chipSeconds time that the chip was on, in s: finite, at least 0
     * @param cores cores of the chip, at least 0
     * @param routers routers of the chip, at least 0
     * @return the report
     */
    public static EnergyReport of(
            final Ledger ledger,
            final EnergyProfile profile,
            final double chipSeconds,
            final int cores,
            final int routers) {
        return of(LedgerSnapshot.of(ledger), profile, chipSeconds, cores, routers);
    }

    /**
     * Prices counts.
     *
     * @param counts what happened
     * @param profile the prices
     * @param chipSeconds time that the chip was on, in s: finite, at least 0
     * @param cores cores of the chip, at least 0
     * @param routers routers of the chip, at least 0
     * @return the report
     * @throws ConfigurationException when a number is out of range
     */
    public static EnergyReport of(
            final LedgerSnapshot counts,
            final EnergyProfile profile,
            final double chipSeconds,
            final int cores,
            final int routers) {
        ConfigurationException.checkRange("cores", cores, 0, Integer.MAX_VALUE);
        ConfigurationException.checkRange("routers", routers, 0, Integer.MAX_VALUE);
        return of(
                counts, profile, chipSeconds, Map.of(ChipPart.CORE, cores, ChipPart.ROUTER, routers, ChipPart.CHIP, 1));
    }

    /**
     * Prices a census.
     *
     * @param census what happened
     * @param profile the prices, of operations
     * @param chipSeconds time that the parts were on, in s: finite, at least 0
     * @param parts how many parts of each kind have static power, at least 0; kinds that are absent are not asked for
     * @return the report
     * @throws ConfigurationException when a number is out of range
     */
    public static EnergyReport of(
            final Census census,
            final EnergyProfile profile,
            final double chipSeconds,
            final Map<ChipPart, Integer> parts) {
        return of(census.snapshot(), profile, chipSeconds, parts);
    }

    private static EnergyReport of(
            final LedgerSnapshot counts,
            final EnergyProfile profile,
            final double chipSeconds,
            final Map<ChipPart, Integer> parts) {
        ConfigurationException.checkRange("chip seconds", chipSeconds, 0, Double.MAX_VALUE);
        final EnergyTally tally = new EnergyTally(profile);
        tally.addEvents(counts);
        for (final ChipPart part : ChipPart.values()) {
            final int number = parts.getOrDefault(part, 0);
            ConfigurationException.checkRange(part.label(), number, 0, Integer.MAX_VALUE);
            if (parts.containsKey(part)) {
                tally.addStatic(part, number, chipSeconds);
            }
        }
        return tally.report();
    }

    /**
     * Looks up a count, e.g. of weight updates to divide by.
     *
     * @param event the event's name
     * @return how often it happened; 0 when the ledger does not have it
     */
    public long count(final String event) {
        return events.stream()
                .filter(energy -> energy.kind().name().equals(event))
                .mapToLong(EventEnergy::count)
                .sum();
    }

    /** @return whether everything that happened had a price, static power included */
    public boolean complete() {
        return unpriced.isEmpty() && unpricedParts.isEmpty();
    }

    /** @return in words what happened without a price: events, then static power */
    public List<String> missing() {
        return Stream.concat(
                        unpriced.keySet().stream(), unpricedParts.stream().map(part -> "static power of the " + part))
                .toList();
    }
}
