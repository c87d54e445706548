package org.ranvier.core.asm;

import org.ranvier.core.isa.Instruction;
import org.ranvier.core.isa.Program;

/** Tells how long an instruction takes on some core, for the listing; the assembler itself knows no timing. */
@FunctionalInterface
public interface CycleEstimate {
    /**
     * Estimates one instruction.
     *
     * @param program the program, whose regions give operands their lengths
     * @param instruction the instruction
     * @return cycles when it waits for nothing, branches not taken; at least 0
     */
    long cycles(Program program, Instruction instruction);
}
