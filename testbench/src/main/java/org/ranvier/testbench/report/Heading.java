package org.ranvier.testbench.report;

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
            case RUN ->
                Figure.plain(files, "/cycles") + " cycles, " + Figure.quantity(files, "/chip_seconds", "s")
                        + " on the chip, " + Figure.quantity(files, "/energy_j/total", "J");
        };
    }

    private static String accuracy(final RunFiles files) {
        return "Accuracy " + Figure.share(files, ACCURACY) + " on " + Figure.plain(files, IMAGES) + " test images, ";
    }
}
