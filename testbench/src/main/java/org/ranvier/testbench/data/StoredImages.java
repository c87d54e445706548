package org.ranvier.testbench.data;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;

/** Images in memory. All lie in one array; it does not change, and may be read from any thread. */
public final class StoredImages implements ImageSet {
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
    public StoredImages(
            final String name, final int rows, final int columns, final byte[] pixels, final byte[] labels) {
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

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int count() {
        return labels.length;
    }

    @Override
    public byte[] pixels() {
        return pixels;
    }

    @Override
    public int offset(final int image) {
        return image * imageSize();
    }

    @Override
    public int label(final int image) {
        return labels[image] & 0xff;
    }

    @Override
    public ImageSet first(final int images) {
        ConfigurationException.checkRange("images of " + name, images, 0, count());
        return new StoredImages(
                name, rows, columns, Arrays.copyOf(pixels, images * imageSize()), Arrays.copyOf(labels, images));
    }

    @Override
    public ImageSet last(final int images) {
        ConfigurationException.checkRange("images of " + name, images, 0, count());
        final int from = count() - images;
        return new StoredImages(
                name,
                rows,
                columns,
                Arrays.copyOfRange(pixels, from * imageSize(), pixels.length),
                Arrays.copyOfRange(labels, from, labels.length));
    }
}
