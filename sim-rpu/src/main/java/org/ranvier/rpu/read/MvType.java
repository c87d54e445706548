package org.ranvier.rpu.read;

/** In how many passes through the array inputs of both signs are read. */
public enum MvType {
    /** One pass for both signs. */
    ONE_PASS(1),
    /** A pass for each sign; the currents are added before one conversion. */
    POS_NEG_SEPARATE(2),
    /** A pass and a conversion for each sign; the converted numbers are added. */
    POS_NEG_SEPARATE_DIGITAL_SUM(2);

    private final int passes;

    MvType(final int passes) {
        this.passes = passes;
    }

    /** @return passes through the array that one read takes */
    public int passes() {
        return passes;
    }
}
