package org.ranvier.testbench.regress.operand;

import org.ranvier.core.cpu.Core;
import org.ranvier.core.isa.Registers;

/** All registers that a program can write. */
final class RegistersReader extends OperandReader {
    private final Core core;

    RegistersReader(final Core core) {
        super("registers");
        this.core = core;
    }

    @Override
    public int capacity() {
        return Registers.WRITABLE;
    }

    @Override
    public int read(final int[] into) {
        for (int register = 0; register < Registers.WRITABLE; register++) {
            into[register] = core.register(register);
        }
        return Registers.WRITABLE;
    }

    @Override
    public long location() {
        return 1;
    }

    @Override
    public String element(final int k) {
        return Registers.name(k);
    }
}
