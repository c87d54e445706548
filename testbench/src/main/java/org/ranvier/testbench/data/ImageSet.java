package org.ranvier.testbench.data;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;

/**
 * Labelled grey-scale images of one size: pixels of 0..255 in row-major order, upright, and labels that count from 0.
 *
 * <p>All images lie in one array, so a reader of image {@code i} works on {@link #pixels()} from {@link #offset(int)} on and nothing
 * is copied.
 */
public final class ImageSet {
    private final String name;
    private final int rows;
    private final int columns;
    private final byte[] pixels;
    private final byte[] labels;

    /**
     * Wraps arrays without copying them; the caller gives them away.
     *
     * @param name how reports name the set, e.g. {@code mnist train}
     * @param rows pixel rows of an image
     * @param columns pixel columns of an image
     * @param pixels {@code labels.length * rows * columns} unsigned bytes
     * @param labels one unsigned byte per image
     * @throws ConfigurationException if the lengths do not fit together
     */
    public ImageSet(final String name, final int rows, final int columns, final byte[] pixels, final byte[] labels) {
        if (rows <= 0 || columns <= 0 || pixels.length != (long) rows * columns * labels.length) {
            throw new ConfigurationException(name + ": " + pixels.length + " pixels are not " + labels.length
                    + " images of " + rows + "x" + columns);
        }
        this.name = name;
        this.rows = rows;
        this.columns = columns;
        this.pixels = pixels;
        this.labels = labels;
    }

    /** @return how reports name the set */
    public String name() {
        return name;
    }

    /** @return pixel rows of an image */
    public int rows() {
        return rows;
    }

    /** @return pixel columns of an image */
    public int columns() {
        return columns;
    }

    /** @return pixels of one image: rows times columns */
    public int imageSize() {
        return rows * columns;
    }

    /** @return how many images there are; 0 for a part that is not there */
    public int count() {
        return labels.length;
    }

    /** @return the pixels of all images, image after image; shared, not to be written to */
    public byte[] pixels() {
        return pixels;
    }

    /**
     * @param image index from 0
     * @return where the image starts in {@link #pixels()}
     */
    public int offset(final int image) {
        return image * imageSize();
    }

    /**
     * @param image index from 0
     * @param pixel index from 0, row-major
     * @return its brightness, 0..255
     */
    public int pixel(final int image, final int pixel) {
        return pixels[offset(image) + pixel] & 0xff;
    }

    /**
     * @param image index from 0
     * @return its class, from 0
     */
    public int label(final int image) {
        return labels[image] & 0xff;
    }

    /**
     * Takes the first images as a set of their own.
     *
     * @param images how many, 0..count
     * @return a copy that holds only those
     * @throws ConfigurationException if there are not so many
     */
    public ImageSet first(final int images) {
        ConfigurationException.checkRange("images of " + name, images, 0, count());
        return new ImageSet(
                name, rows, columns, Arrays.copyOf(pixels, images * imageSize()), Arrays.copyOf(labels, images));
    }

    /**
     * Takes the last images.
     *
     * @param images how many, 0..count
     * @return them
     * @throws ConfigurationException if there are not as many
     */
    public ImageSet last(final int images) {
        ConfigurationException.checkRange("images of " + name, images, 0, count());
        final int from = count() - images;
        return new ImageSet(
                name,
                rows,
                columns,
                Arrays.copyOfRange(pixels, from * imageSize(), pixels.length),
                Arrays.copyOfRange(labels, from, labels.length));
    }
}
