package org.ranvier.testbench.report;

import java.util.Locale;

/** What the counters of a page cover. */
enum Window {
    /** Training without its tests. */
    TRAINING("Training alone.", "images of the last test"),
    /** A test of a model. */
    TEST("", "images"),
    /** Everything that the chip did. */
    RUN("", "samples");

    private final String note;
    private final String watched;

    Window(final String note, final String watched) {
        this.note = note;
        this.watched = watched;
    }

    /** @return that of a run's data */
    static Window of(final RunFiles files) {
        return valueOf(files.data().path("window").asText().toUpperCase(Locale.ROOT));
    }

    /** @return a sentence for captions, or nothing */
    String note() {
        return note;
    }

    /** @return the samples whose packets are shown */
    String watched() {
        return watched;
    }
}
