package org.ranvier.testbench.regress.operand;

import org.ranvier.core.cpu.Core;

/** A register. */
final class RegisterReader extends OperandReader {
    private final Core core;
    private final int register;

    RegisterReader(final Core core, final String name, final int register) {
        super(name);
        this.core = core;
        this.register = register;
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
        into[0] = core.register(register);
        return 1;
    }

    @Override
    public long location() {
        return 1 + register;
    }

    @Override
    public String element(final int k) {
        return name();
    }
}
