package org.ranvier.core.cpu;

import org.ranvier.core.isa.Instruction;
import org.ranvier.core.isa.Program;

/** How long the instructions of a program take on a core, from the shapes of their operands. */
public final class CoreTiming {
    private CoreTiming() {}

    /**
     * Estimates one instruction.
     *
     * @param program the program, whose regions give operands their lengths
     * @param instruction the instruction
     * @param core the core
     * @return cycles until the next one can issue when nothing has to be waited for: without array time, without packets sent,
     *     branches not taken, the longest row of a list
     */
    public static int cycles(final Program program, final Instruction instruction, final CoreSpec core) {
        final InstructionCost[] costs = InstructionCost.byLength(instruction, program.regions(), core);
        return costs[costs.length - 1].cycles();
    }
}
