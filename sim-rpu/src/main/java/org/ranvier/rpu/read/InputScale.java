package org.ranvier.rpu.read;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/** Noise management: the number alpha that inputs are divided by before conversion. */
final class InputScale implements Stateful {
    private final NoiseManagement management;
    private final float threshold;
    private final float decay;
    private final float weightOverBound;
    private final int lines;
    private final float step;
    private final float coarsest;
    private float average = -1;

    InputScale(final ReadSpec spec, final int lines) {
        this.lines = lines;
        management = spec.noiseManagement();
        threshold = (float) spec.get(ReadOption.NM_THRES);
        decay = (float) spec.get(ReadOption.NM_DECAY);
        final double bound = spec.get(ReadOption.OUT_BOUND) > 0 ? spec.get(ReadOption.OUT_BOUND) : 1;
        weightOverBound = (float) (spec.get(ReadOption.NM_ASSUMED_WMAX) / bound);
        step = spec.inputStep();
        coarsest = (float) spec.get(ReadOption.MAX_BM_RES);
    }

    /**
     * Computes the scale of a read, and updates the running average.
     *
     * @param x the inputs
     * @param largest the largest magnitude among them
     * @return alpha; 0 or less when the read-out is 0
     */
    float of(final float[] x, final float largest) {
        return switch (management) {
            case NONE -> 1;
            case ABS_MAX -> limited(largest);
            case CONSTANT -> threshold > 0 ? threshold : 1;
            case MAX -> limited(largestValue(x));
            case AVERAGE_ABS_MAX -> averaged(largest);
            case ABS_MAX_NP_SUM -> worstCase(x, largest);
        };
    }

    /** @return the scale of {@link NoiseManagement#ABS_MAX_NP_SUM} */
    float worstCase(final float[] x, final float largest) {
        float plus = 0;
        float minus = 0;
        for (int i = 0; i < lines; i++) {
            plus += Math.max(x[i], 0);
            minus -= Math.min(x[i], 0);
        }
        final float least = limited(largest);
        final float wanted = Math.max(plus, minus) * weightOverBound;
        return Math.max(least, step > 0 ? Math.min(least / step * coarsest, wanted) : wanted);
    }

    private float limited(final float value) {
        return threshold > 0 ? Math.min(value, threshold) : value;
    }

    private float averaged(final float largest) {
        average = average < 0 ? largest : average * (1 - decay) + decay * largest;
        return average;
    }

    private float largestValue(final float[] x) {
        float largest = x[0];
        for (int i = 1; i < lines; i++) {
            largest = Math.max(largest, x[i]);
        }
        return largest;
    }

    @Override
    public void save(final StateWriter out) {
        out.putInt(Float.floatToRawIntBits(average));
    }

    @Override
    public void restore(final StateReader in) {
        average = Float.intBitsToFloat(in.getInt());
    }
}
