package org.ranvier.testbench.data.raster;

import java.nio.file.Path;
import java.util.Locale;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.Recordings;
import org.ranvier.testbench.data.event.EventSet;
import org.ranvier.testbench.data.event.EventSource;

/** Makes data sets of recordings: what rules learn from and are tested on, read one recording at a time. */
public final class EventData {
    private static final String TRAIN = "train";
    private static final String TEST = "test";

    private EventData() {}

    /**
     * Opens recordings as spikes in steps, which can also be had as counts.
     *
     * @param path where recordings are; its last name is that of the data set
     * @param set what is there; closed with the data
     * @param choice what is seen of a recording
     * @param steps steps that a sample of the rule has
     * @return its parts {@code train}, which may be missing, and {@code test}; to be closed
     * @throws ConfigurationException in one line, when there is no such set, it has no test part or is empty, or does not fit the choice
     */
    public static DataSet spikes(final Path path, final EventSet set, final BinningChoice choice, final int steps) {
        return open(path, set, choice, steps, true);
    }

    /**
     * Opens recordings as images of how often each input has an event in the window.
     *
     * @param path where recordings are; its last name is that of the data set
     * @param set what is there; closed with the data
     * @param choice what is seen of a recording
     * @return its parts {@code train}, which may be missing, and {@code test}; to be closed
     * @throws ConfigurationException in one line, when there is no such set, it has no test part or is empty, or does not fit the choice
     */
    public static DataSet counts(final Path path, final EventSet set, final BinningChoice choice) {
        return open(path, set, choice, 1, false);
    }

    private static DataSet open(
            final Path path, final EventSet set, final BinningChoice choice, final int steps, final boolean timed) {
        try {
            return parts(path, set, choice, steps, timed);
        } catch (final ConfigurationException e) {
            set.close();
            throw e;
        }
    }

    private static DataSet parts(
            final Path path, final EventSet set, final BinningChoice choice, final int steps, final boolean timed) {
        final EventSource test = set.open(TEST);
        final boolean learns = set.parts().contains(TRAIN);
        final EventSource train = learns ? set.open(TRAIN) : test;
        if (test.size() == 0 || train.size() == 0) {
            throw new ConfigurationException(
                    path + ": holds no recordings in its part " + (test.size() == 0 ? TEST : TRAIN));
        }
        if (!train.shape().equals(test.shape())) {
            throw new ConfigurationException(
                    path + ": its training part has " + train.shape() + ", its test part " + test.shape());
        }
        final String name = name(path);
        final Binning binning = choice.binning(test.shape(), steps);
        final int training = learns ? train.size() : 0;
        final EventRasters tested = new EventRasters(name + " test", test, binning, 0, test.size(), () -> {
            test.close();
            set.close();
        });
        final EventRasters learnt =
                new EventRasters(name + " train", train, binning, 0, training, learns ? train::close : () -> {});
        final String text = String.format(
                Locale.ROOT,
                "%s, pool %s, polarity %s: %d inputs; the first %d us %s; %d training and %d test recordings, %d classes",
                test.shape(),
                binning.pooling().text(),
                binning.polarity().label(),
                tested.imageSize(),
                binning.windowUs(),
                timed ? binning.inSteps() : binning.counted(),
                training,
                test.size(),
                test.classes().size());
        return new DataSet(name, learnt, tested, test.classes().size(), new Recordings(text, binning.settings(timed)));
    }

    /** The last name of the path, up to its first dot; it names folders of results. */
    private static String name(final Path path) {
        final String last = String.valueOf(path.toAbsolutePath().normalize().getFileName());
        final int dot = last.indexOf('.', 1);
        return (dot < 0 ? last : last.substring(0, dot)).replaceAll("[^A-Za-z0-9_-]", "_");
    }
}
