package org.ranvier.testbench.fidelity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.ranvier.testbench.energy.EnergyProfiles;
import org.ranvier.testbench.energy.Vocabulary;

/**
 * What a case came to.
 *
 * @param silicon the case
 * @param model the value by its profile, in the case's unit
 * @param errorPercent (model - published) / published, in percent, with the decimals of the bound
 * @param shortcut the value by the other profile, in the case's unit; absent when the case names none
 */
public record Outcome(SiliconCase silicon, double model, BigDecimal errorPercent, Optional<Double> shortcut) {
    /**
     * Evaluates a case.
     *
     * @param silicon the case
     * @return model, published value and error
     * @throws org.ranvier.core.error.ConfigurationException when a profile is unknown or has no price for what the case counts
     */
    public static Outcome of(final SiliconCase silicon) {
        final double model = value(silicon, silicon.profile());
        return new Outcome(
                silicon, model, percent(silicon, model), silicon.shortcut().map(profile -> value(silicon, profile)));
    }

    /** @return whether the error is within the case's bound */
    public boolean within() {
        return errorPercent.abs().compareTo(silicon.boundPercent()) <= 0;
    }

    /** @return the error of the shortcut in percent, absent when there is none */
    public Optional<BigDecimal> shortcutPercent() {
        return shortcut.map(value -> percent(silicon, value).setScale(1, RoundingMode.HALF_EVEN));
    }

    private static double value(final SiliconCase silicon, final String profile) {
        return silicon.quantity().model(silicon, EnergyProfiles.load(profile, Vocabulary.OPERATIONS))
                / silicon.quantity().scale(silicon.unit());
    }

    private static BigDecimal percent(final SiliconCase silicon, final double value) {
        return BigDecimal.valueOf((value / silicon.published() - 1) * 100)
                .setScale(silicon.boundPercent().scale(), RoundingMode.HALF_EVEN);
    }
}
