package org.ranvier.testbench.data;

import org.ranvier.core.error.ConfigurationException;

/** Joins an IDX file of images and one of labels to an image set, checked against the layout they should have. */
final class ImageSetReader {
    private ImageSetReader() {}

    /**
     * Joins the two files; their arrays are taken over.
     *
     * @param name how reports name the set
     * @param images 3-dimensional: image, row, column
     * @param labels 1-dimensional
     * @param layout label range and orientation
     * @return upright images with labels from 0
     * @throws ConfigurationException naming the file, if the counts differ or a label is out of range
     */
    static ImageSet join(final String name, final IdxFile images, final IdxFile labels, final DataSetLayout layout) {
        if (images.count() != labels.count()) {
            throw new ConfigurationException(labels.source() + ": has " + labels.count() + " labels for "
                    + images.count() + " images in " + images.source());
        }
        rebase(labels, layout);
        final int rows = images.shape()[1];
        final int columns = images.shape()[2];
        if (layout.transposed()) {
            return new StoredImages(name, columns, rows, transposed(images.data(), rows, columns), labels.data());
        }
        return new StoredImages(name, rows, columns, images.data(), labels.data());
    }

    private static void rebase(final IdxFile labels, final DataSetLayout layout) {
        final byte[] data = labels.data();
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) layout.classOf(data[i] & 0xff, i, labels.source());
        }
    }

    /**
     * Exchanges rows and columns.
     *
     * @param pixels one image or several
     * @param rows rows of an image
     * @param columns columns of an image
     * @return as many images of as many rows as they had columns
     */
    static byte[] transposed(final byte[] pixels, final int rows, final int columns) {
        final byte[] upright = new byte[pixels.length];
        final int size = rows * columns;
        for (int image = 0; image < pixels.length; image += size) {
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    upright[image + c * rows + r] = pixels[image + r * columns + c];
                }
            }
        }
        return upright;
    }
}
