package org.ranvier.testbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.ranvier.testbench.plot.LinePlot;

/** Accuracy and spikes over the epochs. */
final class CurvesSection {
    private CurvesSection() {}

    static String of(final RunFiles files) {
        final List<double[]> accuracy = new ArrayList<>();
        final List<double[]> spikes = new ArrayList<>();
        final Table table = new Table("epoch", "accuracy", "spikes", "weight updates");
        final JsonNode epochs = files.data().path("epochs");
        for (int i = 0; i < epochs.size(); i++) {
            final String at = Figure.DATA + "/epochs/" + i;
            final JsonNode tested = files.summary().at("/accuracy_by_epoch/" + i);
            if (tested.isNumber()) {
                accuracy.add(new double[] {i + 1, tested.asDouble()});
            }
            spikes.add(new double[] {i + 1, epochs.get(i).path("spikes").asDouble()});
            table.row(
                    Figure.plain(files, at + "/epoch"),
                    Figure.share(files, "/accuracy_by_epoch/" + i),
                    Figure.plain(files, at + "/spikes"),
                    Figure.plain(files, at + "/weight_updates"));
        }
        return "<div class=\"pair\">"
                + figure("Accuracy on test images", "share of images", "accuracy", accuracy)
                + figure("Spikes of training", "spikes an epoch", "spikes", spikes)
                + "</div>"
                + table.html();
    }

    private static String figure(
            final String title, final String vertical, final String id, final List<double[]> points) {
        final double[] x = points.stream().mapToDouble(point -> point[0]).toArray();
        final double[] y = points.stream().mapToDouble(point -> point[1]).toArray();
        return "<figure>"
                + new LinePlot(title, "epoch", vertical)
                        .line(id, x, y)
                        .points(null, 0, x, y)
                        .inline(id)
                + "</figure>";
    }
}
