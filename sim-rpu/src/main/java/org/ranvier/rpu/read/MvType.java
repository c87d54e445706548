package org.ranvier.rpu.read;

import org.ranvier.rpu.cell.ReadMode;

/** In how many passes through the array inputs of both signs are read. */
public enum MvType {
    /** One pass for both signs. */
    ONE_PASS(ReadMode.ONE_PASS),
    /** A pass for each sign; the currents are added before one conversion. */
    POS_NEG_SEPARATE(ReadMode.SIGNS_ADDED),
    /** A pass and a conversion for each sign; the converted numbers are added. */
    POS_NEG_SEPARATE_DIGITAL_SUM(ReadMode.SIGNS_CONVERTED);

    private final ReadMode mode;

    MvType(final ReadMode mode) {
        this.mode = mode;
    }

    /** @return what a read takes of array and converters */
    public ReadMode mode() {
        return mode;
    }
}
