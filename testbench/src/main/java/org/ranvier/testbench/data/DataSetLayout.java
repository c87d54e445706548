package org.ranvier.testbench.data;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ranvier.core.error.ConfigurationException;

/**
 * How a data set is laid out in files: their names, the range of labels and the orientation of images.
 *
 * @param name the data set as the user names it
 * @param trainStem what precedes {@code -images-idx3-ubyte} in the name of the training files
 * @param testStem the same for the test files
 * @param classes number of classes
 * @param firstLabel the label that the files give to class 0
 * @param transposed whether rows and columns of every image are swapped in the files
 * @param trainOptional whether a directory without training files is accepted
 */
record DataSetLayout(
        String name,
        String trainStem,
        String testStem,
        int classes,
        int firstLabel,
        boolean transposed,
        boolean trainOptional) {
    private static final String EMNIST = "emnist-";

    /** Classes per EMNIST split (Cohen et al. 2017); the letters count from 1, every other split from 0. */
    private static final Map<String, Integer> EMNIST_CLASSES = new TreeMap<>(
            Map.of("balanced", 47, "byclass", 62, "bymerge", 47, "digits", 10, "letters", 26, "mnist", 10));

    /**
     * Finds the layout of a named set.
     *
     * @param name {@code mnist}, {@code fashion-mnist} or {@code emnist-<split>}, in any case
     * @return its layout
     * @throws ConfigurationException listing the known names, if it is not one of them
     */
    static DataSetLayout of(final String name) {
        final String key = name.toLowerCase(Locale.ROOT);
        if (key.equals("mnist") || key.equals("fashion-mnist")) {
            return new DataSetLayout(key, "train", "t10k", 10, 0, false, false);
        }
        final String split = key.startsWith(EMNIST) ? key.substring(EMNIST.length()) : "";
        final Integer classes = EMNIST_CLASSES.get(split);
        if (classes == null) {
            throw ConfigurationException.of(
                    "data set",
                    name,
                    "mnist, fashion-mnist or emnist-<split> with a split of " + EMNIST_CLASSES.keySet());
        }
        final int firstLabel = split.equals("letters") ? 1 : 0;
        return new DataSetLayout(key, key + "-train", key + "-test", classes, firstLabel, true, true);
    }
}
