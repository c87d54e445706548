package org.ranvier.testbench.regress.operand;

import java.util.List;

/**
 * What one instruction reads and writes.
 *
 * @param text the instruction in assembly
 * @param line the line of the program's source
 * @param sources what it reads: scalars first, then what is driven or masked, then the rest, so that a difference in what chooses
 *     comes before one in what is chosen
 * @param results what it writes
 */
public record Operands(String text, int line, List<OperandReader> sources, List<OperandReader> results) {}
