package org.ranvier.testbench.data.view;

import java.util.List;
import java.util.stream.IntStream;

/** A grey image: bright on dark in a file, blocks for bright pixels in a terminal. */
public final class GreyPicture implements Picture {
    private static final int BRIGHTEST = 255;
    private static final int GREY = 0x010101;

    private final CountGrid grid;

    /**
     * @param pixels brightness 0..255, row-major, upright
     * @param columns pixels in a row
     */
    public GreyPicture(final byte[] pixels, final int columns) {
        this.grid = new CountGrid(columns, pixels.length / columns);
        for (int p = 0; p < pixels.length; p++) {
            grid.add(p % columns, p / columns, pixels[p] & 0xff);
        }
    }

    @Override
    public String caption() {
        return grid.width() + "x" + grid.height() + " pixels";
    }

    @Override
    public List<String> text() {
        // A character is twice as high as wide.
        final int columns = Math.min(2 * grid.width(), TERMINAL_WIDTH);
        final int rows = Math.max(1, Math.round(grid.height() * columns / (2f * grid.width())));
        final CountGrid small = grid.resized(columns, rows);
        final int most = Math.max(small.most(), BRIGHTEST);
        return IntStream.range(0, rows)
                .mapToObj(y -> small.shades(y, most).stripTrailing())
                .toList();
    }

    @Override
    public byte[] png() {
        return Png.of(grid.width(), grid.height(), (x, y) -> grid.at(x, y) * GREY);
    }
}
