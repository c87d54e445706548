package org.ranvier.testbench.data.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ranvier.testbench.data.event.EventSample;
import org.ranvier.testbench.data.event.EventShape;

/** Spikes of channels over time: time to the right, channel 0 at the bottom. */
public final class RasterPicture implements Picture {
    private static final int COLUMNS = 1000;
    private static final int TEXT_ROWS = 24;
    private static final double SECOND = 1e6;

    private final CountGrid grid;
    private final EventShape shape;
    private final long begin;
    private final long end;

    /**
     * @param sample the events; those outside the shape are left out
     * @param shape channels
     */
    public RasterPicture(final EventSample sample, final EventShape shape) {
        this.shape = shape;
        this.grid = new CountGrid(COLUMNS, shape.width());
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < sample.count(); i++) {
            first = Math.min(first, sample.times()[i]);
            last = Math.max(last, sample.times()[i]);
        }
        this.begin = sample.count() == 0 ? 0 : Math.min(0, first);
        this.end = sample.count() == 0 ? 1 : last + 1;
        for (int i = 0; i < sample.count(); i++) {
            final double place = (sample.times()[i] - begin) / (double) (end - begin);
            grid.add((int) (place * COLUMNS), shape.width() - 1 - sample.x()[i], 1);
        }
    }

    @Override
    public String caption() {
        return String.format(
                Locale.ROOT,
                "channels 0 (bottom) to %d over %.3f .. %.3f s",
                shape.width() - 1,
                begin / SECOND,
                end / SECOND);
    }

    @Override
    public List<String> text() {
        final CountGrid small = grid.resized(TERMINAL_WIDTH, Math.min(TEXT_ROWS, shape.width()));
        return IntStream.range(0, small.height())
                .mapToObj(y -> small.shades(y, small.most()).stripTrailing())
                .toList();
    }

    @Override
    public byte[] png() {
        return Png.of(grid.width(), grid.height(), (x, y) -> grid.at(x, y) == 0 ? 0xffffff : 0);
    }
}
