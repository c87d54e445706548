package org.ranvier.testbench.data.view;

import java.util.List;

/** A picture of one sample. */
public interface Picture {
    /** Columns of a terminal that a picture takes at most. */
    int TERMINAL_WIDTH = 79;

    /** @return what it shows, in one line */
    String caption();

    /** @return the picture in block characters, at most {@link #TERMINAL_WIDTH} wide */
    List<String> text();

    /** @return the picture as a PNG file */
    byte[] png();
}
