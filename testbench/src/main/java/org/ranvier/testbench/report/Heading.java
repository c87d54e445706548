package org.ranvier.testbench.report;

import java.nio.file.Path;
import org.ranvier.testbench.text.Html;

/** The title of a page and the sentence under it. */
final class Heading {
    private static final String ACCURACY = "/accuracy";
    private static final String IMAGES = "/test_samples";

    private Heading() {}

    static String title(final RunFiles files) {
        for (final String key : new String[] {"app", "network"}) {
            if (files.summary().has(key)) {
                return Html.escape(files.summary().path(key).asText());
            }
        }
        if (files.summary().has("file")) {
            return Html.escape(
                    Path.of(files.summary().path("file").asText()).getFileName().toString());
        }
        final String rule = files.summary().path("rule").asText();
        final String dataset = files.summary().path("dataset").asText();
        return Html.escape((Window.of(files) == Window.TEST ? "A test of " : "") + rule + " on " + dataset);
    }

    static String lead(final RunFiles files) {
        return switch (Window.of(files)) {
            case TRAINING ->
                accuracy(files) + Figure.quantity(files, "/energy_per_update_j", "J") + " a weight update, seed "
                        + Figure.plain(files, "/seed") + ", ranvier " + Figure.plain(files, "/version");
            case TEST ->
                accuracy(files)
                        + Figure.quantity(files, Pass.of(files).get(0).at() + "/energy_per_inference_j", "J")
                        + " an image";
            case RUN -> whole(files, Pass.of(files).get(0).at());
        };
    }

    private static String whole(final RunFiles files, final String at) {
        return Figure.plain(files, at + "/cycles") + " cycles, " + Figure.quantity(files, at + "/chip_seconds", "s")
                + " on the chip, " + Figure.quantity(files, at + "/energy_j/total", "J");
    }

    private static String accuracy(final RunFiles files) {
        return "Accuracy " + Figure.share(files, ACCURACY) + " on " + Figure.plain(files, IMAGES) + " test images, ";
    }
}
