package org.ranvier.testbench.regress.operand;

/** Reads one operand of one instruction as it is now: a vector of numbers, or a single one. */
public abstract class OperandReader {
    /** The location of operands that are scattered, or chosen by other operands. */
    public static final long NOWHERE = 0;

    private final String name;

    OperandReader(final String name) {
        this.name = name;
    }

    /** @return the operand as it is written in assembly */
    public final String name() {
        return name;
    }

    /** @return true for a single number */
    public boolean scalar() {
        return false;
    }

    /** @return the most elements that it can have */
    public abstract int capacity();

    /**
     * Reads it.
     *
     * @param into gets the elements
     * @return how many there are
     * @throws IndexOutOfBoundsException when a register chooses what is not there
     */
    public abstract int read(int[] into);

    /** @return a number for the place in memory that it names now, the same in every run; {@link #NOWHERE} when it has none */
    public long location() {
        return NOWHERE;
    }

    /**
     * Names an element of the vector that was read last.
     *
     * @param k its place, from 0
     * @return for example {@code u[3][17]}
     */
    public abstract String element(int k);

    /** @return the smallest value of an element */
    public int min() {
        return Integer.MIN_VALUE;
    }

    /** @return the largest value of an element */
    public int max() {
        return Integer.MAX_VALUE;
    }
}
