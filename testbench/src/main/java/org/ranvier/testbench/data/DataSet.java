package org.ranvier.testbench.data;

import org.ranvier.core.error.ConfigurationException;

/**
 * A data set: what is learnt from, what is tested on, and into how many classes.
 *
 * @param name as the user names it, e.g. {@code fashion-mnist}
 * @param train the images to learn from; empty (count 0) for a set that came without them
 * @param test the images to test on, of the same size as {@code train}
 * @param classes how many classes there are; labels are 0..classes-1
 * @param recordings how recordings became samples; null for images
 */
public record DataSet(String name, ImageSet train, ImageSet test, int classes, Recordings recordings)
        implements AutoCloseable {
    /** What is between the words of {@link #origin()}. */
    public static final String SEPARATOR = " ";

    /**
     * A set of images.
     *
     * @param name as the user names it
     * @param train the images to learn from
     * @param test the images to test on
     * @param classes how many classes there are
     */
    public DataSet(final String name, final ImageSet train, final ImageSet test, final int classes) {
        this(name, train, test, classes, null);
    }

    /** @return what a saved model says it was trained on: the name, and for recordings {@code key=value} for all settings */
    public String origin() {
        final StringBuilder text = new StringBuilder(name);
        if (recordings != null) {
            recordings
                    .settings()
                    .forEach((key, value) ->
                            text.append(SEPARATOR).append(key).append('=').append(value));
        }
        return text.toString();
    }

    /** @return whether there is anything to learn from */
    public boolean hasTrain() {
        return train.count() > 0;
    }

    /**
     * Gives the training part to a run that cannot do without.
     *
     * @return {@link #train()}
     * @throws ConfigurationException if the set came without a training part
     */
    public ImageSet requireTrain() {
        if (!hasTrain()) {
            throw new ConfigurationException(
                    name + ": the data directory holds no training part, only testing is possible");
        }
        return train;
    }

    /** Closes the files of sets that hold some open. */
    @Override
    public void close() {
        train.close();
        test.close();
    }
}
