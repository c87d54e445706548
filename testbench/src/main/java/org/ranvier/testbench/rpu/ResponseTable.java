package org.ranvier.testbench.rpu;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The points of a response experiment as CSV; hidden weights are left empty where reads see them. */
public final class ResponseTable {
    private static final MathContext DIGITS = new MathContext(8);

    private ResponseTable() {}

    /**
     * Writes the table.
     *
     * @param preset the device's name, for the first column
     * @param points the points
     * @return a header and a line per point
     */
    public static String csv(final String preset, final List<ResponsePoint> points) {
        final StringBuilder csv =
                new StringBuilder("preset,phase,k,w_mean,w_std,w_q05,w_q50,w_q95,hidden_mean,hidden_std\n");
        for (final ResponsePoint point : points) {
            final Sample weight = point.weight();
            final Sample hidden = point.hidden();
            csv.append(String.join(
                            ",",
                            preset,
                            point.phase(),
                            Integer.toString(point.pulses()),
                            number(weight.mean()),
                            number(weight.deviation()),
                            number(weight.quantile(0.05)),
                            number(weight.quantile(0.5)),
                            number(weight.quantile(0.95)),
                            hidden == null ? "" : number(hidden.mean()),
                            hidden == null ? "" : number(hidden.deviation())))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String number(final double value) {
        final BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
