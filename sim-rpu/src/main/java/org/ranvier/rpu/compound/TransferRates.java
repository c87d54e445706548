package org.ranvier.rpu.compound;

/** The learning rates of a transfer compound's stages: absolute, or relative to that of the update that causes a transfer. */
final class TransferRates {
    private final double[] rate;
    private final boolean scaled;

    /**
     * @param rate one per stage, 0 or more
     * @param scaled whether they are relative
     */
    TransferRates(final double[] rate, final boolean scaled) {
        this.rate = rate.clone();
        this.scaled = scaled;
    }

    /** @return the rate of a stage's transfers */
    double of(final int stage, final double learningRate) {
        return scaled ? rate[stage] * learningRate : rate[stage];
    }
}
