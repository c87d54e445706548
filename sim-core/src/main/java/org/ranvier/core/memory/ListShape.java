package org.ranvier.core.memory;

/**
 * The rows of a list region.
 *
 * @param pointers where they begin
 * @param like the name of the list whose pointers it shares, or null when it has its own
 */
public record ListShape(RowPointers pointers, String like) {
    /** @return bytes of local memory for pointers of its own */
    int pointerBytes() {
        return like == null ? pointers.bytes() : 0;
    }
}
