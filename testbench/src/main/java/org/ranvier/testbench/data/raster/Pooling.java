package org.ranvier.testbench.data.raster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ranvier.core.error.ConfigurationException;

/**
 * How many neighbours share an input.
 *
 * @param columns pixels of a row, or channels, 1..65536
 * @param rows rows, 1..65536
 */
public record Pooling(int columns, int rows) {
    /** An input for every pixel or channel. */
    public static final Pooling NONE = new Pooling(1, 1);

    private static final int MOST = 1 << 16;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})(?:x(\\d{1,5}))?");

    /** Checks the ranges. */
    public Pooling {
        ConfigurationException.checkRange("--pool", columns, 1, MOST);
        ConfigurationException.checkRange("--pool", rows, 1, MOST);
    }

    /**
     * Reads a pooling.
     *
     * @param option what the message calls it
     * @param text {@code 5} for channels, {@code 2x2} (columns x rows) for pixels
     * @return the pooling
     */
    public static Pooling parse(final String option, final String text) {
        final Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw ConfigurationException.of(option, text, "a number of channels such as 5, or of pixels such as 2x2");
        }
        return new Pooling(
                Integer.parseInt(matcher.group(1)), matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2)));
    }

    /** @return as it is written: {@code 5}, {@code 2x2} */
    public String text() {
        return rows == 1 ? String.valueOf(columns) : columns + "x" + rows;
    }
}
