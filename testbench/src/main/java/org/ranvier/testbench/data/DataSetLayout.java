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
    /** Labels that a byte can say. */
    static final int MOST_CLASSES = 256;

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

    /**
     * Finds the layout of a pair of files by what precedes {@code -images-idx3-ubyte} in the name of the first.
     *
     * @param stem e.g. {@code t10k} or {@code emnist-letters-train}
     * @return its layout; for a stem that no published set has, upright images with labels 0..255
     */
    static DataSetLayout ofStem(final String stem) {
        if (stem.startsWith(EMNIST)) {
            return of(stem.replaceAll("-(train|test)$", ""));
        }
        return stem.equals("train") || stem.equals("t10k")
                ? of("mnist")
                : new DataSetLayout(stem, stem, stem, MOST_CLASSES, 0, false, true);
    }

    /**
     * Turns a label of a file into a class.
     *
     * @param label as the file has it, 0..255
     * @param image whose it is, from 0, for the message
     * @param source the file, for the message
     * @return the class, from 0
     * @throws ConfigurationException if the set has no such label
     */
    int classOf(final int label, final int image, final String source) {
        final int last = firstLabel + classes - 1;
        if (label < firstLabel || label > last) {
            throw new ConfigurationException(source + ": label " + label + " of image " + image + " is out of range, "
                    + name + " has labels " + firstLabel + ".." + last);
        }
        return label - firstLabel;
    }
}
