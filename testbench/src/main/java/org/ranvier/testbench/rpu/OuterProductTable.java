package org.ranvier.testbench.rpu;

import java.util.Locale;

/** The results of an outer-product experiment as CSV. */
public final class OuterProductTable {
    private OuterProductTable() {}

    /**
     * Writes mean and variance of every device.
     *
     * @param result the result
     * @return CSV with a header line
     */
    public static String moments(final OuterProduct result) {
        final StringBuilder csv = new StringBuilder(
                "BL,A_d,B_x,i,j,d_i,x_j,n_rep,dw_mean,dw_var,mean_sem,theory_mean,theory_var,ideal_mean\n");
        final OuterProductSpec spec = result.spec();
        final UpdateTheory theory = result.theory();
        for (int device = 0; device < spec.x().length * spec.d().length; device++) {
            final int i = device / spec.x().length;
            final int j = device % spec.x().length;
            final double variance = result.covariance(device, device);
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%.8g,%.8g,%d,%d,%s,%s,%d,%.8g,%.8g,%.4g,%.8g,%.8g,%.8g\n",
                    theory.slots(),
                    theory.columnScale(),
                    theory.rowScale(),
                    i,
                    j,
                    spec.d()[i],
                    spec.x()[j],
                    spec.updates(),
                    result.mean(device),
                    variance,
                    Math.sqrt(variance / spec.updates()),
                    theory.mean(device),
                    theory.variance(device),
                    theory.ideal(device)));
        }
        return csv.toString();
    }

    /**
     * Writes the covariance of every pair of devices.
     *
     * @param result the result
     * @return CSV with a header line
     */
    public static String covariances(final OuterProduct result) {
        final StringBuilder csv = new StringBuilder("i1,j1,i2,j2,n_rep,cov,theory_cov\n");
        final int width = result.spec().x().length;
        final int devices = width * result.spec().d().length;
        for (int a = 0; a < devices; a++) {
            for (int b = a + 1; b < devices; b++) {
                csv.append(String.format(
                        Locale.ROOT,
                        "%d,%d,%d,%d,%d,%.8g,%.8g\n",
                        a / width,
                        a % width,
                        b / width,
                        b % width,
                        result.spec().updates(),
                        result.covariance(a, b),
                        result.theory().covariance(a, b)));
            }
        }
        return csv.toString();
    }
}
