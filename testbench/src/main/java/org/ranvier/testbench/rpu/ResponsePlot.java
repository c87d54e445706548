package org.ranvier.testbench.rpu;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ranvier.testbench.plot.LinePlot;

/** The points of a response experiment as a plot: the mean weight, and the band that holds nine of ten devices. */
public final class ResponsePlot {
    private ResponsePlot() {}

    /**
     * Draws the up phase and, to its right, the down phase.
     *
     * @param preset the device's name
     * @param points the points
     * @return the plot; the first colour is the mean's, the second that of the quantiles
     */
    public static LinePlot of(final String preset, final List<ResponsePoint> points) {
        final double[] x = pulses(points);
        return new LinePlot(preset, "pulses, first up, then down", "weight")
                .line("mean", x, weights(points, Sample::mean))
                .band(
                        "5 % and 95 % of devices",
                        x,
                        weights(points, sample -> sample.quantile(0.05)),
                        weights(points, sample -> sample.quantile(0.95)));
    }

    /**
     * Counts pulses since the start of the experiment.
     *
     * @param points the points
     * @return one number per point
     */
    public static double[] pulses(final List<ResponsePoint> points) {
        final int up = points.stream()
                .filter(point -> point.phase().equals("up"))
                .mapToInt(ResponsePoint::pulses)
                .max()
                .orElse(0);
        return points.stream()
                .mapToDouble(point -> point.pulses() + (point.phase().equals("up") ? 0 : up))
                .toArray();
    }

    private static double[] weights(final List<ResponsePoint> points, final ToDoubleFunction<Sample> figure) {
        return points.stream()
                .mapToDouble(point -> figure.applyAsDouble(point.weight()))
                .toArray();
    }
}
