package org.ranvier.core.memory;

/**
 * The declaration of a region: {@code rows} times {@code columns} elements of one type.
 *
 * @param name its name in the program
 * @param type the element type
 * @param rows 1 for a vector
 * @param columns elements of a row, at least 1
 * @param array true when the region is the core's synapse array and takes no local memory
 */
public record RegionSpec(String name, RegionType type, int rows, int columns, boolean array) {
    /** @return bytes of local memory, every row starting on a byte */
    public int bytes() {
        return array ? 0 : rows * ((columns * type.bits() + 7) / 8);
    }
}
