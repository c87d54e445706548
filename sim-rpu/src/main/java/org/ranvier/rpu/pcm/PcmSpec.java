package org.ranvier.rpu.pcm;

import org.ranvier.core.error.ConfigurationException;

/**
 * A phase-change memory device that holds a trained weight.
 *
 * <p>The defaults are the statistical model of S. R. Nandakumar et al., "Phase-change memory models for deep learning training and
 * inference", ICECS 2019, fitted to a million devices, with the parameters of IBM aihwkit's PCMLikeNoiseModel.
 *
 * @param maximumMicrosiemens the largest conductance, which all else is a fraction of: 1e-6..1e6 uS
 * @param programming noise of programming
 * @param drift decay of conductance
 * @param read noise of reads
 */
public record PcmSpec(double maximumMicrosiemens, ProgrammingNoise programming, Drift drift, ReadNoise read) {
    /** Checks the ranges. */
    public PcmSpec {
        ConfigurationException.checkRange("pcm.maximum_microsiemens", maximumMicrosiemens, 1e-6, 1e6);
        if (programming == null || drift == null || read == null) {
            throw ConfigurationException.of("pcm", null, "programming noise, drift and read noise");
        }
    }

    /** @return the fitted device, at most 25 uS */
    public static PcmSpec defaults() {
        return new PcmSpec(25, ProgrammingNoise.defaults(), Drift.defaults(), ReadNoise.defaults());
    }

    /** @return a device that holds what it was given for ever */
    public static PcmSpec ideal() {
        return new PcmSpec(
                25,
                ProgrammingNoise.defaults().withScale(0),
                Drift.defaults().withScale(0),
                ReadNoise.defaults().withScale(0));
    }

    /** @return the same device with other programming noise */
    public PcmSpec withProgramming(final ProgrammingNoise other) {
        return new PcmSpec(maximumMicrosiemens, other, drift, read);
    }

    /** @return the same device with other drift */
    public PcmSpec withDrift(final Drift other) {
        return new PcmSpec(maximumMicrosiemens, programming, other, read);
    }

    /** @return the same device with other read noise */
    public PcmSpec withRead(final ReadNoise other) {
        return new PcmSpec(maximumMicrosiemens, programming, drift, other);
    }
}
