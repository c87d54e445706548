package org.ranvier.testbench.report;

import java.util.Locale;

/** What the counters of a page cover. */
enum Window {
    /** Training without its tests. */
    TRAINING("Training alone.", "image", " of the last test"),
    /** A test of a model. */
    TEST("", "image", ""),
    /** Everything that the chip did. */
    RUN("", "sample", "");

    private final String note;
    private final String sample;
    private final String where;

    Window(final String note, final String sample, final String where) {
        this.note = note;
        this.sample = sample;
        this.where = where;
    }

    /** @return that of a run's data */
    static Window of(final RunFiles files) {
        return valueOf(files.data().path("window").asText().toUpperCase(Locale.ROOT));
    }

    /** @return a sentence for captions, or nothing */
    String note() {
        return note;
    }

    /**
     * Names the samples whose packets are shown, behind "the first".
     *
     * @param shown their number as the page writes it
     * @param number their number
     */
    String watched(final String shown, final int number) {
        return (number == 1 ? sample : shown + " " + sample + "s") + where;
    }
}
