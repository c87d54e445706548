package org.ranvier.testbench.nir.graph;

import org.ranvier.core.error.ConfigurationException;

/** Windows that convolutions and pools move over one dimension. */
final class Windows {
    private Windows() {}

    /**
     * Counts windows.
     *
     * @param length elements of the dimension
     * @param padding zeros added to them, at both ends together
     * @param dilation distance of the elements of a window
     * @param kernel elements of a window
     * @param stride distance of windows
     * @return windows that fit, 1 or more
     * @throws ConfigurationException when none does
     */
    static int count(final int length, final long padding, final int dilation, final int kernel, final int stride) {
        final long free = length + padding - (long) dilation * (kernel - 1) - 1;
        if (free < 0) {
            throw new ConfigurationException("a kernel of " + kernel + " (dilation " + dilation + ") does not fit into "
                    + length + " elements with " + padding + " of padding");
        }
        return Math.toIntExact(Math.min(free / stride + 1, Integer.MAX_VALUE));
    }
}
