package org.ranvier.testbench.cli;

import java.nio.file.Path;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.raster.BinningChoice;
import org.ranvier.testbench.data.raster.EventData;
import org.ranvier.testbench.data.raster.Polarity;
import org.ranvier.testbench.data.raster.Pooling;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what samples there are: images, or recordings of event sensors. */
final class SampleOptions {
    @Mixin
    private DataOptions images;

    @Option(
            names = "--events",
            paramLabel = "PATH",
            description =
                    "Recordings in the place of images: a folder, an archive or a file; see ranvier data list."
                            + " sfdfa, fo-stdgd and anytime hear their spikes, other rules see how often each input has an event.")
    private Path events;

    @Mixin
    private RecordingOptions recordings;

    @Option(
            names = "--window-us",
            paramLabel = "T",
            description = "Microseconds of a recording that are presented (default: 300000 of a camera, 1000000 of a"
                    + " cochlea), divided into the steps of the rule.")
    private Long windowUs;

    @Option(names = "--bin-us", paramLabel = "T", description = "Microseconds of a step, in the place of --window-us.")
    private Long binUs;

    @Option(
            names = "--pool",
            paramLabel = "N|NxM",
            description = "So many neighbouring channels, or columns x rows of pixels, share an input (default 1).")
    private String pool;

    @Option(
            names = "--polarity",
            paramLabel = "both|on|off|merged",
            description = "Inputs of their own for OFF and ON events, only those of one kind, or no difference (default"
                    + " both, for cameras).")
    private String polarity;

    @Option(
            names = "--min-events",
            paramLabel = "N",
            description = "Events of an input in a step that make a spike (default 1).")
    private Integer leastEvents;

    @Option(
            names = "--full-scale",
            paramLabel = "N",
            description = "Where events are counted: so many of an input are white, more are no whiter (default 8 a"
                    + " pixel or channel that shares the input).")
    private Integer fullScale;

    /**
     * Loads images, or recordings as counts.
     *
     * @param origin what a saved model was trained on, or the data set when the options name none
     * @return the data; to be closed
     */
    DataSet load(final String origin) {
        if (!recorded(origin)) {
            return images.load(origin);
        }
        refuse("--bin-us", binUs, "--window-us, for events are counted");
        refuse("--min-events", leastEvents, "--full-scale, for events are counted");
        return EventData.counts(events, recordings.open(events), choice().or(BinningChoice.parse(origin)));
    }

    /**
     * Loads images, or recordings as spikes.
     *
     * @param origin what a saved model was trained on, or the data set when the options name none
     * @param steps steps of a sample
     * @return the data; to be closed
     */
    DataSet load(final String origin, final int steps) {
        if (!recorded(origin)) {
            return images.load(origin);
        }
        refuse("--full-scale", fullScale, "--min-events, for events are spikes");
        return EventData.spikes(events, recordings.open(events), choice().or(BinningChoice.parse(origin)), steps);
    }

    private boolean recorded(final String origin) {
        if (events != null) {
            if (images.given()) {
                throw ConfigurationException.of("--events", events, "no such option beside --dataset and --data-dir");
            }
            return true;
        }
        if (!choice().equals(BinningChoice.NONE) || recordings.given()) {
            throw new ConfigurationException(
                    "--events: missing, expected the path of the recordings that other options are about");
        }
        if (origin.contains(DataSet.SEPARATOR) && !images.given()) {
            throw new ConfigurationException(
                    "--events: missing, expected the path of recordings like those that the model learnt from: "
                            + origin);
        }
        return false;
    }

    private BinningChoice choice() {
        return new BinningChoice(
                windowUs,
                binUs,
                pool == null ? null : Pooling.parse("--pool", pool),
                polarity == null ? null : Polarity.parse("--polarity", polarity),
                leastEvents,
                fullScale);
    }

    private static void refuse(final String option, final Object value, final String expected) {
        if (value != null) {
            throw ConfigurationException.of(option, value, expected);
        }
    }
}
