package org.ranvier.testbench.fidelity;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.energy.EnergyReport;
import org.ranvier.testbench.energy.Latency;
import org.ranvier.testbench.energy.Operation;

/** What a case compares. */
public enum Quantity {
    /** Mean power over the time of the census. */
    POWER("power", "W") {
        @Override
        double model(final SiliconCase silicon, final EnergyProfile profile) {
            return joules(silicon, profile) / silicon.seconds();
        }
    },
    /** Energy of the whole census. */
    ENERGY("energy", "J") {
        @Override
        double model(final SiliconCase silicon, final EnergyProfile profile) {
            return joules(silicon, profile);
        }
    },
    /** Energy of the whole census, static power included, over its synaptic events. */
    ENERGY_PER_SYNAPTIC_EVENT("energy per synaptic event", "J") {
        @Override
        double model(final SiliconCase silicon, final EnergyProfile profile) {
            return joules(silicon, profile) / silicon.census().count(Operation.SYNAPSE_EVENT);
        }
    },
    /** Time of one barrier over the tiles of the case. */
    BARRIER_TIME("barrier time", "s") {
        @Override
        double model(final SiliconCase silicon, final EnergyProfile profile) {
            final Latency time =
                    profile.times().get(Operation.BARRIER_SYNC.kind().name());
            if (time == null || time.at(silicon.tiles()).isEmpty()) {
                throw ConfigurationException.of(
                        silicon.name() + ": tiles",
                        silicon.tiles(),
                        "tiles for which " + profile.name() + " has a time");
            }
            return time.at(silicon.tiles()).getAsDouble() * 1e-9;
        }
    };

    private static final String PREFIXES = "pnum";

    private final String label;
    private final String unit;

    Quantity(final String label, final String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** @return the name in files and tables */
    public String label() {
        return label;
    }

    /** Computes the value by a profile, in W, J or s. */
    abstract double model(SiliconCase silicon, EnergyProfile profile);

    /**
     * Reads a unit.
     *
     * @param text the quantity's unit, or the same after p, n, u or m
     * @return how many W, J or s it is
     */
    double scale(final String text) {
        final int prefix = text.length() == 2 ? PREFIXES.indexOf(text.charAt(0)) : -1;
        if (text.equals(unit)) {
            return 1;
        }
        if (prefix < 0 || !text.endsWith(unit)) {
            throw ConfigurationException.of("unit", text, unit + ", or " + unit + " after p, n, u or m");
        }
        return new double[] {1e-12, 1e-9, 1e-6, 1e-3}[prefix];
    }

    static String[] labels() {
        return Arrays.stream(values()).map(Quantity::label).toArray(String[]::new);
    }

    static Quantity labelled(final String label) {
        return Arrays.stream(values())
                .filter(quantity -> quantity.label.equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static double joules(final SiliconCase silicon, final EnergyProfile profile) {
        final EnergyReport report = EnergyReport.of(silicon.census(), profile, silicon.seconds(), silicon.parts());
        if (!report.complete()) {
            throw new ConfigurationException(silicon.name() + ": profile " + profile.name() + " has no price for "
                    + String.join(", ", report.missing()));
        }
        return report.joules();
    }
}
