package org.ranvier.testbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ranvier.core.error.ConfigurationException;

/**
 * Labelled images of a pair of IDX files, of which one at a time is in memory. Images come upright, labels from 0, as those of {@link
 * DataSets} do. Reading in ascending order reads the files once; going back begins them again.
 */
public final class ImageStream implements AutoCloseable {
    private static final int IMAGE_DIMENSIONS = 3;
    private static final int LABEL_DIMENSIONS = 1;
    private static final int MOST_PIXELS = 1 << 24;

    private final Path imageFile;
    private final Path labelFile;
    private final DataSetLayout layout;
    private final int[] shape;
    private IdxStream images;
    private IdxStream labels;
    private int next;

    /**
     * Opens a pair of files.
     *
     * @param imageFile an IDX file of images, gzip-compressed or not
     * @param labelFile the IDX file of their labels
     * @param stem what precedes {@code -images-idx3-ubyte}: says orientation and range of labels
     * @throws ConfigurationException in one line, if they are no IDX files or do not fit together
     */
    ImageStream(final Path imageFile, final Path labelFile, final String stem) {
        this.imageFile = imageFile;
        this.labelFile = labelFile;
        this.layout = DataSetLayout.ofStem(stem);
        begin();
        this.shape = images.shape();
        if (images.count() != labels.count() || images.itemBytes() > MOST_PIXELS) {
            close();
            throw new ConfigurationException(
                    images.itemBytes() > MOST_PIXELS
                            ? imageFile + ": images have " + images.itemBytes() + " pixels, expected at most "
                                    + MOST_PIXELS
                            : labelFile + ": has " + labels.count() + " labels for " + images.count() + " images in "
                                    + imageFile);
        }
    }

    private void begin() {
        images = open(imageFile, IMAGE_DIMENSIONS);
        try {
            labels = open(labelFile, LABEL_DIMENSIONS);
        } catch (final ConfigurationException e) {
            images.close();
            throw e;
        }
        next = 0;
    }

    private static IdxStream open(final Path file, final int dimensions) {
        try {
            final InputStream in = Files.newInputStream(file);
            try {
                return new IdxStream(file.toString(), in, dimensions);
            } catch (final ConfigurationException e) {
                in.close();
                throw e;
            }
        } catch (final IOException e) {
            throw new ConfigurationException(
                    file + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /** @return how many images there are */
    public int size() {
        return shape[0];
    }

    /** @return pixel rows of an upright image */
    public int rows() {
        return layout.transposed() ? shape[2] : shape[1];
    }

    /** @return pixel columns of an upright image */
    public int columns() {
        return layout.transposed() ? shape[1] : shape[2];
    }

    /** @return how many classes there are */
    public int classes() {
        return layout.classes();
    }

    /** @return whether rows and columns are exchanged in the file */
    public boolean transposed() {
        return layout.transposed();
    }

    /**
     * One image.
     *
     * @param label its class, from 0
     * @param pixels brightness 0..255, row-major, upright
     */
    public record Image(int label, byte[] pixels) {}

    /**
     * Reads an image.
     *
     * @param index which, from 0
     * @return it
     * @throws ConfigurationException naming the file, if it is damaged
     */
    public Image read(final int index) {
        if (index < next) {
            close();
            begin();
        }
        images.skip(index - next);
        labels.skip(index - next);
        final byte[] pixels = images.next(1);
        final int label = layout.classOf(labels.next(1)[0] & 0xff, index, labelFile.toString());
        next = index + 1;
        if (next == size()) {
            images.end();
            labels.end();
        }
        return new Image(label, layout.transposed() ? ImageSetReader.transposed(pixels, shape[1], shape[2]) : pixels);
    }

    @Override
    public void close() {
        images.close();
        labels.close();
    }
}
