package org.ranvier.testbench.regress.operand;

/** An immediate: the same always, so that it is read only to find out what another operand names. */
final class ConstantReader extends OperandReader {
    private final int value;

    ConstantReader(final int value) {
        super("#" + value);
        this.value = value;
    }

    @Override
    public boolean scalar() {
        return true;
    }

    @Override
    public int capacity() {
        return 1;
    }

    @Override
    public int read(final int[] into) {
        into[0] = value;
        return 1;
    }

    @Override
    public String element(final int k) {
        return name();
    }
}
