package org.ranvier.testbench.golden;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.ImageSet;

/** A vector file whose keys {@code sampleN} name images of a training set: which samples it asks for. */
public final class SampleFile {
    private static final Pattern SAMPLE = Pattern.compile("sample([0-9]{1,9})");

    private final String name;
    private final List<Integer> images = new ArrayList<>();

    private SampleFile(final Path file) {
        name = file.toString();
        for (final String key : VectorFile.read(file).keys()) {
            final Matcher matcher = SAMPLE.matcher(key);
            if (matcher.matches()) {
                images.add(Integer.valueOf(matcher.group(1)));
            }
        }
        if (images.isEmpty()) {
            throw new ConfigurationException(file + ": no key of the form sampleN, N the number of a training image");
        }
    }

    /**
     * Reads a file.
     *
     * @param file a JSON object
     * @return the samples
     * @throws ConfigurationException when it cannot be read or names no sample
     */
    public static SampleFile read(final Path file) {
        return new SampleFile(file);
    }

    /**
     * Lists the images, in the order of the file.
     *
     * @param set the training set
     * @return numbers of images that it has
     * @throws ConfigurationException when it lacks one, or its images do not have 784 pixels
     */
    public List<Integer> images(final ImageSet set) {
        if (set.imageSize() != GoldenWeights.INPUTS) {
            throw new ConfigurationException(set.name() + ": images of " + set.imageSize()
                    + " pixels, the golden network has " + GoldenWeights.INPUTS + " inputs");
        }
        for (final int image : images) {
            if (image >= set.count()) {
                throw new ConfigurationException(name + ": sample" + image + " is not among the " + set.count()
                        + " images of " + set.name() + "; --data-dir names a directory with more");
            }
        }
        return List.copyOf(images);
    }

    /** @return the key of an image */
    public static String key(final int image) {
        return "sample" + image;
    }
}
