package org.ranvier.core.memory;

import org.ranvier.core.error.ConfigurationException;

/** The element types of local memory; a write saturates to the type's range. */
public enum RegionType {
    /** One bit. */
    BIT(1, 0, 1),
    /** Signed 8 bit. */
    S8(8, Byte.MIN_VALUE, Byte.MAX_VALUE),
    /** Unsigned 8 bit. */
    U8(8, 0, 255),
    /** Signed 16 bit. */
    S16(16, Short.MIN_VALUE, Short.MAX_VALUE),
    /** Signed 32 bit. */
    S32(32, Integer.MIN_VALUE, Integer.MAX_VALUE);

    private final int bits;
    private final int min;
    private final int max;

    RegionType(final int bits, final int min, final int max) {
        this.bits = bits;
        this.min = min;
        this.max = max;
    }

    /** @return bits of one element */
    public int bits() {
        return bits;
    }

    /** @return the smallest value */
    public int min() {
        return min;
    }

    /** @return the largest value */
    public int max() {
        return max;
    }

    /** @return the name used in assembly, lower case */
    public String label() {
        return switch (this) {
            case BIT -> "bit";
            case S8 -> "s8";
            case U8 -> "u8";
            case S16 -> "s16";
            case S32 -> "s32";
        };
    }

    /**
     * Finds a type by its assembly name.
     *
     * @param label e.g. {@code s16}
     * @return the type
     */
    public static RegionType of(final String label) {
        for (final RegionType type : values()) {
            if (type.label().equals(label)) {
                return type;
            }
        }
        throw ConfigurationException.of("region type", label, "bit, s8, u8, s16 or s32");
    }
}
