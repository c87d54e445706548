package org.ranvier.core.cpu;

import java.util.Arrays;
import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.memory.Elements;
import org.ranvier.core.memory.Region;
import org.ranvier.core.memory.RowPointers;

/** An operand resolved at load: its region instead of an index, an immediate already spread over the vector's length. */
final class Slot {
    final OperandKind kind;
    final Region region;
    final int register;
    final int value;

    /** Where the rows of a list begin, and their elements; null for everything else. */
    final RowPointers pointers;

    final Elements elements;

    /** The immediate repeated, for use as a vector source; null for everything else. */
    final int[] constant;

    Slot(final Operand operand, final Region region, final int length) {
        this.kind = operand.kind();
        this.region = region;
        this.register = operand.register();
        this.value = operand.value();
        final boolean list = region != null && region.spec().isList();
        this.pointers = list ? region.spec().list().pointers() : null;
        this.elements = list ? region.elements() : null;
        if (kind == OperandKind.IMMEDIATE || kind == OperandKind.POOL) {
            constant = new int[length];
            Arrays.fill(constant, value);
        } else {
            constant = null;
        }
    }

    /** Elements of the vector that this operand names, of the longest row for a row of a list; 0 for a scalar. */
    int length() {
        return switch (kind) {
            case REGION, ROW, LIST -> region.spec().columns();
            case COLUMN -> region.spec().rows();
            default -> 0;
        };
    }

    /** Rows that an operand names: all of a whole region, one otherwise. */
    int rows() {
        return kind == OperandKind.REGION ? region.spec().rows() : 1;
    }
}
