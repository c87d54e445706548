package org.ranvier.core.memory;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.error.MappingException;

/**
 * Where the code and every region of a program live in a core's local memory.
 *
 * <p>Code and its constant pool come first, then the regions in the order of their declaration, each on an 8-byte boundary.
 *
 * @param entries name, address and size of each piece, ascending
 * @param used bytes up to the end of the last piece
 */
public record MemoryMap(List<Entry> entries, int used) {
    private static final int ALIGNMENT = 8;

    /**
     * One piece of local memory.
     *
     * @param name the region's name, or {@code code}
     * @param address its first byte
     * @param bytes its size
     */
    public record Entry(String name, int address, int bytes) {}

    /**
     * Links a program.
     *
     * @param codeBytes bytes of code and constants
     * @param regions the declarations
     * @return the map
     */
    public static MemoryMap link(final int codeBytes, final List<RegionSpec> regions) {
        final List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("code", 0, codeBytes));
        int address = align(codeBytes);
        for (final RegionSpec region : regions) {
            if (!region.array()) {
                entries.add(new Entry(region.name(), address, region.bytes()));
                address = align(address + region.bytes());
            }
        }
        return new MemoryMap(List.copyOf(entries), address);
    }

    /**
     * Refuses a program that does not fit.
     *
     * @param core what the message calls the core
     * @param capacity bytes of local memory
     * @return this
     */
    public MemoryMap check(final String core, final int capacity) {
        for (final Entry entry : entries) {
            if (entry.address() + entry.bytes() > capacity) {
                throw new MappingException(
                        core + ": region '" + entry.name() + "' needs " + entry.bytes() + " bytes at "
                                + entry.address() + ", which is " + (used - capacity) + " bytes more than the core's "
                                + capacity + " bytes of local memory (the whole program needs " + used + ")");
            }
        }
        return this;
    }

    private static int align(final int address) {
        return (address + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
