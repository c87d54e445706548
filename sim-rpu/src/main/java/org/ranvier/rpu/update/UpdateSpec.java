package org.ranvier.rpu.update;

import org.ranvier.core.error.ConfigurationException;

/**
 * How an update turns two vectors into pulses: the update parameters of IBM aihwkit, and the engine.
 *
 * @param type how counts arise
 * @param desiredBl slots of an update (pulse length BL), its most with BL management: 1..65,536
 * @param fixedBl whether BL stays even when the learning rate needs more pulses than it has slots; implied by BL management
 * @param updateManagement whether both vectors are scaled to the same largest probability
 * @param updateBlManagement whether BL shrinks to what the vectors need; switches update management on
 * @param gradScale factor on the largest |d| that update management assumes: 1e-6..1e6
 * @param resolution step of the DAC that makes probabilities: 0 (exact) ..1
 * @param stochasticRounding whether the DAC rounds up or down at random, once per line and update; nothing without a DAC step
 * @param xResImplicit step of row probabilities of {@link PulseType#DETERMINISTIC_IMPLICIT}: 0 (exact) ..1
 * @param dResImplicit step of column probabilities of {@link PulseType#DETERMINISTIC_IMPLICIT}: 0 (exact) ..1
 * @param engine how pulses reach the devices
 */
public record UpdateSpec(
        PulseType type,
        int desiredBl,
        boolean fixedBl,
        boolean updateManagement,
        boolean updateBlManagement,
        double gradScale,
        double resolution,
        boolean stochasticRounding,
        double xResImplicit,
        double dResImplicit,
        Engine engine) {
    /** The most slots of one update. */
    public static final int MOST_BL = 65_536;

    /** Checks the ranges. */
    public UpdateSpec {
        ConfigurationException.checkRange("update.desired_bl", desiredBl, 1, MOST_BL);
        ConfigurationException.checkRange("update.um_grad_scale", gradScale, 1e-6, 1e6);
        ConfigurationException.checkRange("update.res", resolution, 0, 1);
        ConfigurationException.checkRange("update.x_res_implicit", xResImplicit, 0, 1);
        ConfigurationException.checkRange("update.d_res_implicit", dResImplicit, 0, 1);
        updateManagement |= updateBlManagement;
    }

    /** @return aihwkit's defaults: compressed trains of at most 31 slots, both managements, no DAC rounding; fast */
    public static UpdateSpec defaults() {
        return new UpdateSpec(PulseType.STOCHASTIC_COMPRESSED, 31, true, true, true, 1, 0, false, 0, 0, Engine.FAST);
    }

    /**
     * Changes how counts arise.
     *
     * @param other the new type
     * @return the changed specification
     */
    public UpdateSpec withType(final PulseType other) {
        return new UpdateSpec(
                other,
                desiredBl,
                fixedBl,
                updateManagement,
                updateBlManagement,
                gradScale,
                resolution,
                stochasticRounding,
                xResImplicit,
                dResImplicit,
                engine);
    }

    /**
     * Changes the pulse length.
     *
     * @param length slots
     * @param fixed whether it stays when the learning rate needs more
     * @return the changed specification
     */
    public UpdateSpec withBl(final int length, final boolean fixed) {
        return new UpdateSpec(
                type,
                length,
                fixed,
                updateManagement,
                updateBlManagement,
                gradScale,
                resolution,
                stochasticRounding,
                xResImplicit,
                dResImplicit,
                engine);
    }

    /**
     * Changes the managements.
     *
     * @param scaled update management
     * @param shortened BL management; switches update management on
     * @return the changed specification
     */
    public UpdateSpec withManagement(final boolean scaled, final boolean shortened) {
        return new UpdateSpec(
                type,
                desiredBl,
                fixedBl,
                scaled,
                shortened,
                gradScale,
                resolution,
                stochasticRounding,
                xResImplicit,
                dResImplicit,
                engine);
    }

    /**
     * Changes the DAC.
     *
     * @param step its step; 0 rounds nothing
     * @param stochastic whether it rounds at random
     * @return the changed specification
     */
    public UpdateSpec withResolution(final double step, final boolean stochastic) {
        return new UpdateSpec(
                type,
                desiredBl,
                fixedBl,
                updateManagement,
                updateBlManagement,
                gradScale,
                step,
                stochastic,
                xResImplicit,
                dResImplicit,
                engine);
    }

    /**
     * Changes the engine.
     *
     * @param other the new engine
     * @return the changed specification
     */
    public UpdateSpec withEngine(final Engine other) {
        return new UpdateSpec(
                type,
                desiredBl,
                fixedBl,
                updateManagement,
                updateBlManagement,
                gradScale,
                resolution,
                stochasticRounding,
                xResImplicit,
                dResImplicit,
                other);
    }
}
