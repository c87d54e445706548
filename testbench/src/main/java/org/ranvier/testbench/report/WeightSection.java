package org.ranvier.testbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.ranvier.testbench.plot.LinePlot;

/** Weights before and after, layer by layer: maps in blue for below and red for above 0, and histograms. */
final class WeightSection {
    private static final int FULL = 127;
    private static final int WHITE = 247;

    private WeightSection() {}

    static String of(final RunFiles files) {
        final StringBuilder html = new StringBuilder();
        for (int i = 0; i < files.data().path("weights").size(); i++) {
            html.append(layer(files, i));
        }
        return html.toString();
    }

    private static String layer(final RunFiles files, final int place) {
        final JsonNode layer = files.data().path("weights").get(place);
        final String at = Figure.DATA + "/weights/" + place;
        return "<h3>Layer " + Figure.plain(files, at + "/layer") + "</h3><p>" + Figure.plain(files, at + "/rows")
                + " rows (inputs, left to right) and " + Figure.plain(files, at + "/columns")
                + " columns (neurons, top to bottom) in units of the array; the strongest colour is "
                + Figure.plain(files, at + "/largest") + ".</p>" + maps(layer) + histogram(layer, place);
    }

    /** One map where nothing was learnt. */
    private static String maps(final JsonNode layer) {
        return same(layer) ? map(layer, "after", "") : map(layer, "before", "before") + map(layer, "after", "after");
    }

    private static boolean same(final JsonNode layer) {
        return layer.path("map_before").equals(layer.path("map_after"))
                && layer.path("bins_before").equals(layer.path("bins_after"));
    }

    private static String map(final JsonNode layer, final String when, final String caption) {
        final int rows = layer.path("map_rows").asInt();
        final int columns = layer.path("map_columns").asInt();
        final byte[] weights =
                Base64.getDecoder().decode(layer.path("map_" + when).asText());
        // Rows of the array run to the right: there are more of them, and screens are wide.
        final BufferedImage image = new BufferedImage(rows, columns, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < weights.length; i++) {
            image.setRGB(i / columns, i % columns, color(weights[i]));
        }
        return "<figure><img class=\"map\" alt=\"Weights " + when + "\" src=\"data:image/png;base64," + png(image)
                + "\"><figcaption>" + caption + "</figcaption></figure>";
    }

    /** From white to a blue or red of the same lightness. */
    private static int color(final byte weight) {
        final double share = Math.min(1, Math.abs(weight) / (double) FULL);
        return weight < 0
                ? rgb(blend(share, 0x21), blend(share, 0x66), blend(share, 0xAC))
                : rgb(blend(share, 0xB2), blend(share, 0x18), blend(share, 0x2B));
    }

    private static int blend(final double share, final int end) {
        return (int) Math.round(WHITE + share * (end - WHITE));
    }

    private static int rgb(final int red, final int green, final int blue) {
        return red << 16 | green << 8 | blue;
    }

    private static String png(final BufferedImage image) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (final IOException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String histogram(final JsonNode layer, final int place) {
        final int bins = layer.path("bins_before").size();
        final double largest = layer.path("largest").asDouble();
        final double[] x = new double[bins];
        final double[] before = new double[bins];
        final double[] after = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            x[bin] = largest * ((2.0 * bin + 1) / bins - 1);
            before[bin] = layer.path("bins_before").get(bin).asDouble();
            after[bin] = layer.path("bins_after").get(bin).asDouble();
        }
        final LinePlot plot = new LinePlot(
                "Weights of layer " + layer.path("layer").asInt(), "weight, units of the array", "devices a bin");
        if (same(layer)) {
            plot.line("weights", x, after);
        } else {
            plot.line("before", x, before).line("after", x, after);
        }
        return "<figure>" + plot.horizontalDecimals("#,##0").inline("weights" + place) + "</figure>";
    }
}
