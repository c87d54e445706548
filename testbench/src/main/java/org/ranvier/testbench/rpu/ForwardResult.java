package org.ranvier.testbench.rpu;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * How far reads are from the exact product, over all outputs and repetitions.
 *
 * @param meanBias mean error
 * @param rmsStd root of the variance between repetitions, averaged over outputs
 * @param rmsError root of the mean squared error
 */
public record ForwardResult(double meanBias, double rmsStd, double rmsError) {
    /** The columns of {@link #csv}. */
    public static final String HEADER =
            "config,dir,in_size,out_size,input_kind,w_scale,n_rep,mean_bias,rms_std,rms_error\n";

    /**
     * Formats a line of a table.
     *
     * @param config what to call the periphery; without commas
     * @param array what was read
     * @param run how it was read
     * @return the line, with its end
     */
    public String csv(final String config, final WaveArray array, final ForwardCase run) {
        final boolean backward = run.backward();
        return String.format(
                Locale.ROOT,
                "%s,%s,%d,%d,%d,%s,%d,%.6g,%.6g,%.6g\n",
                config,
                backward ? "bwd" : "fwd",
                backward ? array.columns() : array.rows(),
                backward ? array.rows() : array.columns(),
                run.inputKind(),
                BigDecimal.valueOf(array.scale()).stripTrailingZeros().toPlainString(),
                run.repetitions(),
                meanBias,
                rmsStd,
                rmsError);
    }
}
