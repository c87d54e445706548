package org.ranvier.core.memory;

/**
 * The declaration of a region: {@code rows} times {@code columns} elements of one type, or a list of rows of any length.
 *
 * @param name its name in the program
 * @param type the element type
 * @param rows 1 for a vector
 * @param columns elements of a row, at least 1; of the longest row of a list
 * @param array true when the region is the core's synapse array and takes no local memory
 * @param list the rows of a list, or null
 */
public record RegionSpec(String name, RegionType type, int rows, int columns, boolean array, ListShape list) {
    /** Declares a region whose rows have the same length. */
    public RegionSpec(
            final String name, final RegionType type, final int rows, final int columns, final boolean array) {
        this(name, type, rows, columns, array, null);
    }

    /**
     * Declares a list.
     *
     * @param name its name in the program
     * @param type the element type, not bits
     * @param shape its rows
     * @return the declaration
     */
    public static RegionSpec list(final String name, final RegionType type, final ListShape shape) {
        return new RegionSpec(
                name, type, shape.pointers().rows(), shape.pointers().longest(), false, shape);
    }

    /** @return true for a list */
    public boolean isList() {
        return list != null;
    }

    /** @return elements of all rows */
    public int elements() {
        return isList() ? list.pointers().elements() : rows * columns;
    }

    /** @return elements of a row */
    public int length(final int row) {
        return isList() ? list.pointers().length(row) : columns;
    }

    /** @return the name of the list whose pointers this list uses: its own, unless it was declared like another */
    public String shapeName() {
        return list.like() == null ? name : list.like();
    }

    /** @return this, with other rows if it is the list of that name or like it */
    public RegionSpec withRows(final String shape, final RowPointers pointers) {
        return isList() && shapeName().equals(shape) ? list(name, type, new ListShape(pointers, list.like())) : this;
    }

    /** @return bytes of local memory, every row starting on a byte; the rows of a list are packed behind its pointers */
    public int bytes() {
        return array ? 0 : size();
    }

    /** @return bytes of all elements wherever they are kept, every row starting on a byte */
    public int size() {
        if (isList()) {
            return list.pointerBytes() + (int) (((long) elements() * type.bits() + 7) / 8);
        }
        return rows * ((columns * type.bits() + 7) / 8);
    }
}
