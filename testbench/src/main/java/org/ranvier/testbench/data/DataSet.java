package org.ranvier.testbench.data;

import org.ranvier.core.error.ConfigurationException;

/**
 * A data set: what is learnt from, what is tested on, and into how many classes.
 *
 * @param name as the user names it, e.g. {@code fashion-mnist}
 * @param train the images to learn from; empty (count 0) for a set that came without them
 * @param test the images to test on, of the same size as {@code train}
 * @param classes how many classes there are; labels are 0..classes-1
 */
public record DataSet(String name, ImageSet train, ImageSet test, int classes) {

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
}
