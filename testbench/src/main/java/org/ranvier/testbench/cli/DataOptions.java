package org.ranvier.testbench.cli;

import java.nio.file.Path;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.DataSets;
import picocli.CommandLine.Option;

/** The options that say what data there is. */
final class DataOptions {
    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description = "mnist, fashion-mnist or emnist-SPLIT (default mnist).")
    private String dataset;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where its IDX files are, gz or not; default: the 10,000 training and 10,000 test images of"
                    + " MNIST that come with the program.")
    private Path directory;

    /** @return whether any of them was given */
    boolean given() {
        return dataset != null || directory != null;
    }

    /**
     * Loads the data.
     *
     * @param standard the data set when the options name none
     * @return the data set
     */
    DataSet load(final String standard) {
        return DataSets.load(dataset == null ? standard : dataset, directory);
    }
}
