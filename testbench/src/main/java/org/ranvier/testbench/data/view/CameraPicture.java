package org.ranvier.testbench.data.view;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.testbench.data.event.EventSample;
import org.ranvier.testbench.data.event.EventShape;

/** Events of a camera, added up over the sample: ON in orange and OFF in blue, or side by side. */
public final class CameraPicture implements Picture {
    private static final int[] ON = {213, 94, 0};
    private static final int[] OFF = {0, 114, 178};
    private static final int WHITE = 255;
    private static final int GAP = 3;

    private final CountGrid on;
    private final CountGrid off;

    /**
     * @param sample the events; those outside the shape are left out
     * @param shape pixels
     */
    public CameraPicture(final EventSample sample, final EventShape shape) {
        this.on = new CountGrid(shape.width(), shape.height());
        this.off = new CountGrid(shape.width(), shape.height());
        for (int i = 0; i < sample.count(); i++) {
            (sample.polarities()[i] == 1 ? on : off).add(sample.x()[i], sample.y()[i], 1);
        }
    }

    @Override
    public String caption() {
        return "all ON and OFF events, at most " + on.most() + " ON and " + off.most() + " OFF at a pixel";
    }

    @Override
    public List<String> text() {
        final int columns = Math.min(on.width(), (TERMINAL_WIDTH - GAP) / 2);
        // A character is twice as high as wide.
        final int rows = Math.max(1, Math.round(on.height() * columns / (2f * on.width())));
        final CountGrid smallOn = on.resized(columns, rows);
        final CountGrid smallOff = off.resized(columns, rows);
        final List<String> lines = new ArrayList<>();
        lines.add("ON" + " ".repeat(Math.max(1, columns + GAP - 2)) + "OFF");
        for (int y = 0; y < rows; y++) {
            final String line =
                    smallOn.shades(y, smallOn.most()) + " ".repeat(GAP) + smallOff.shades(y, smallOff.most());
            lines.add(line.stripTrailing());
        }
        return lines;
    }

    @Override
    public byte[] png() {
        final double mostOn = on.most();
        final double mostOff = off.most();
        return Png.of(on.width(), on.height(), (x, y) -> colour(on.at(x, y) / mostOn, off.at(x, y) / mostOff));
    }

    private static int colour(final double onShare, final double offShare) {
        int colour = 0;
        for (int c = 0; c < ON.length; c++) {
            final double light =
                    (1 - onShare * (1 - ON[c] / (double) WHITE)) * (1 - offShare * (1 - OFF[c] / (double) WHITE));
            colour = colour << 8 | (int) Math.round(WHITE * light);
        }
        return colour;
    }
}
