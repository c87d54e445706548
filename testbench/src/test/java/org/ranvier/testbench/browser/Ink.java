package org.ranvier.testbench.browser;

import java.awt.image.BufferedImage;
import java.util.BitSet;

/** Where a picture has something on its background, block by block: what is left of it when colours and pixels are forgotten. */
public final class Ink {
    private static final int BLOCK = 12;
    private static final int CONTRAST = 48;

    private final BitSet blocks = new BitSet();
    private final int background;
    private final int size;

    /** Looks at a picture whose upper left corner is background. */
    public Ink(final BufferedImage picture) {
        final int columns = picture.getWidth() / BLOCK;
        final int rows = picture.getHeight() / BLOCK;
        background = brightness(picture.getRGB(0, 0));
        size = columns * rows;
        for (int block = 0; block < size; block++) {
            if (hasInk(picture, block % columns * BLOCK, block / columns * BLOCK)) {
                blocks.set(block);
            }
        }
    }

    private boolean hasInk(final BufferedImage picture, final int left, final int top) {
        for (int i = 0; i < BLOCK * BLOCK; i++) {
            final int pixel = picture.getRGB(left + i % BLOCK, top + i / BLOCK);
            if (Math.abs(brightness(pixel) - background) > CONTRAST) {
                return true;
            }
        }
        return false;
    }

    private static int brightness(final int rgb) {
        return ((rgb >> 16 & 255) * 3 + (rgb >> 8 & 255) * 6 + (rgb & 255)) / 10;
    }

    /** @return brightness of the background, 0..255 */
    public int background() {
        return background;
    }

    /** @return share of blocks with ink */
    public double share() {
        return (double) blocks.cardinality() / size;
    }

    /** @return share of blocks with ink in either picture that have it in both; 0 for pictures of different sizes */
    public double overlap(final Ink other) {
        if (size != other.size) {
            return 0;
        }
        final BitSet both = (BitSet) blocks.clone();
        both.and(other.blocks);
        final BitSet either = (BitSet) blocks.clone();
        either.or(other.blocks);
        return (double) both.cardinality() / either.cardinality();
    }
}
