package org.ranvier.testbench.data.view;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/** Turns cells into a PNG file, small grids enlarged so that cells can be seen. */
final class Png {
    private static final int LEAST_SIDE = 400;

    private Png() {}

    /**
     * Paints a grid.
     *
     * @param width cells in a row
     * @param height rows
     * @param colour of a cell by column and row, 0xRRGGBB
     * @return the file
     */
    static byte[] of(final int width, final int height, final IntBinaryOperator colour) {
        final int scale = Math.max(1, LEAST_SIDE / Math.max(width, height));
        final BufferedImage image = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height * scale; y++) {
            for (int x = 0; x < width * scale; x++) {
                image.setRGB(x, y, colour.applyAsInt(x / scale, y / scale));
            }
        }
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (final IOException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
        return bytes.toByteArray();
    }
}
