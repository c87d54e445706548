package org.ranvier.testbench.data;

/**
 * The content of one IDX file of unsigned bytes.
 *
 * @param source where it came from, for messages
 * @param shape the sizes of its dimensions, outermost first
 * @param data the elements in row-major order; as many as the product of {@code shape}
 */
record IdxFile(String source, int[] shape, byte[] data) {

    /** @return the size of the outermost dimension: images or labels held */
    int count() {
        return shape[0];
    }
}
