package org.ranvier.testbench.rpu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The responses of IBM aihwkit's devices (response-curves.csv), by preset and variant. */
final class ReferenceCurve {
    private ReferenceCurve() {}

    /** A checkpoint: 16,384 devices; NaN where nothing is hidden. */
    record Point(
            String phase,
            int pulses,
            double mean,
            double deviation,
            double error,
            double[] quantiles,
            double hiddenMean,
            double hiddenDeviation) {}

    /** @return the curves, by {@code preset variant} */
    static Map<String, List<Point>> all() throws IOException {
        final Map<String, List<Point>> curves = new LinkedHashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                ReferenceCurve.class.getResourceAsStream("response-curves.csv"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.startsWith("#")) {
                    final String[] f = line.split(",", -1);
                    curves.computeIfAbsent(f[0] + " " + f[1], key -> new ArrayList<>())
                            .add(point(f));
                }
            }
        }
        return curves;
    }

    private static Point point(final String[] f) {
        final double[] quantiles = new double[5];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = Double.parseDouble(f[7 + i]);
        }
        return new Point(
                f[2],
                Integer.parseInt(f[3]),
                Double.parseDouble(f[4]),
                Double.parseDouble(f[5]),
                Double.parseDouble(f[6]),
                quantiles,
                f[12].isEmpty() ? Double.NaN : Double.parseDouble(f[12]),
                f[13].isEmpty() ? Double.NaN : Double.parseDouble(f[13]));
    }
}
