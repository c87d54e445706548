package org.ranvier.testbench.data.event.hdf;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ranvier.core.error.ConfigurationException;

/**
 * How a number is stored: IEEE floats of 2, 4 or 8 bytes, integers of 1, 2, 4 or 8.
 *
 * @param kind what it is
 * @param size in bytes
 * @param order of the bytes
 */
record NumberType(Kind kind, int size, ByteOrder order) {
    private static final int HALF_EXPONENT = 5;
    private static final int SINGLE_EXPONENT = 8;
    private static final int DOUBLE_EXPONENT = 11;

    /** Kinds of numbers. */
    enum Kind {
        /** IEEE floating point. */
        REAL,
        /** Integer in two's complement. */
        SIGNED,
        /** Integer from 0. */
        UNSIGNED
    }

    /**
     * Translates a type of the file.
     *
     * @param type the type
     * @param where file and data set, for the message
     * @return the number
     * @throws ConfigurationException if it is none, or one that no processor has
     */
    static NumberType of(final DataType type, final String where) {
        if (type instanceof final FixedPoint integer && isWhole(integer)) {
            return new NumberType(
                    integer.isSigned() ? Kind.SIGNED : Kind.UNSIGNED, integer.getSize(), integer.getByteOrder());
        }
        if (type instanceof final FloatingPoint real && isIeee(real)) {
            return new NumberType(Kind.REAL, real.getSize(), real.getByteOrder());
        }
        throw new ConfigurationException(where + ": holds " + type.getClass().getSimpleName() + " of " + type.getSize()
                + " bytes, expected IEEE floats of 2, 4 or 8 or integers of 1, 2, 4 or 8 bytes");
    }

    private static boolean isWhole(final FixedPoint type) {
        final int size = type.getSize();
        return (size == 1 || size == 2 || size == 4 || size == 8)
                && type.getBitOffset() == 0
                && type.getBitPrecision() == 8 * size;
    }

    private static boolean isIeee(final FloatingPoint type) {
        final int exponent = switch (type.getSize()) {
            case 2 -> HALF_EXPONENT;
            case 4 -> SINGLE_EXPONENT;
            case 8 -> DOUBLE_EXPONENT;
            default -> -1;
        };
        return type.getExponentSize() == exponent && type.getBitPrecision() == 8 * type.getSize();
    }

    /**
     * Reads the next number as a real one.
     *
     * @param bytes at the number; moved past it
     * @return its value, rounded if it is an integer beyond 2^53
     */
    double real(final ByteBuffer bytes) {
        bytes.order(order);
        if (kind != Kind.REAL) {
            return integer(bytes);
        }
        return switch (size) {
            case 2 -> FloatingPoint.toFloat(bytes.getShort());
            case 4 -> bytes.getFloat();
            default -> bytes.getDouble();
        };
    }

    /**
     * Reads the next number as an integer.
     *
     * @param bytes at the number; moved past it
     * @return its value; negative where an unsigned one exceeds 2^63
     */
    long integer(final ByteBuffer bytes) {
        bytes.order(order);
        final boolean signed = kind == Kind.SIGNED;
        return switch (size) {
            case 1 -> signed ? bytes.get() : bytes.get() & 0xffL;
            case 2 -> signed ? bytes.getShort() : bytes.getShort() & 0xffffL;
            case 4 -> signed ? bytes.getInt() : bytes.getInt() & 0xffff_ffffL;
            default -> bytes.getLong();
        };
    }
}
