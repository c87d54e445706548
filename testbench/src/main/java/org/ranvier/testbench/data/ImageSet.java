package org.ranvier.testbench.data;

import org.ranvier.core.error.ConfigurationException;

/**
 * Labelled grey-scale images of one size: pixels of 0..255 in row-major order, upright, and labels that count from 0.
 *
 * <p>A reader of image {@code i} works on {@link #pixels()} from {@link #offset(int)} on, and nothing is copied. A set that does not
 * hold all its images reads one when its offset is asked for, in the place of the one before.
 */
public interface ImageSet {

    /** @return how reports name the set, e.g. {@code mnist train} */
    String name();

    /** @return pixel rows of an image */
    int rows();

    /** @return pixel columns of an image */
    int columns();

    /** @return pixels of one image: rows times columns */
    default int imageSize() {
        return rows() * columns();
    }

    /** @return how many images there are; 0 for a part that is not there */
    int count();

    /** @return the array that images are in; shared, not to be written to */
    byte[] pixels();

    /**
     * Sees to it that an image is there.
     *
     * @param image index from 0
     * @return where the image starts in {@link #pixels()}; it stays there until another one is asked for
     */
    int offset(int image);

    /**
     * @param image index from 0
     * @param pixel index from 0, row-major
     * @return its brightness, 0..255
     */
    default int pixel(final int image, final int pixel) {
        return pixels()[offset(image) + pixel] & 0xff;
    }

    /**
     * @param image index from 0
     * @return its class, from 0
     */
    int label(int image);

    /**
     * Takes the first images as a set of their own.
     *
     * @param images how many, 0..count
     * @return a set that has only those
     * @throws ConfigurationException if there are not so many
     */
    ImageSet first(int images);

    /**
     * Takes the last images.
     *
     * @param images how many, 0..count
     * @return them
     * @throws ConfigurationException if there are not as many
     */
    ImageSet last(int images);

    /** Gives up what the set holds open; nothing, when its images are in memory. */
    default void close() {}
}
