package org.ranvier.testbench.nir.chip;

/** How many bits a weight has. */
public enum Precision {
    /** 16 bits, -32767..32767. */
    Q15(16),
    /** 8 bits, -127..127. */
    INT8(8);

    private final int bits;

    Precision(final int bits) {
        this.bits = bits;
    }

    /** @return bits of a weight */
    public int bits() {
        return bits;
    }

    /** @return the largest weight; the smallest is its negative */
    int largest() {
        return (1 << bits - 1) - 1;
    }
}
