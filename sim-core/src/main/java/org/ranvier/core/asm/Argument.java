package org.ranvier.core.asm;

import org.ranvier.core.isa.Operand;

/**
 * An operand and the token that messages about it point at.
 *
 * @param token its first token; the name, for a label
 * @param operand the operand; {@link Operand#NONE} for a label, which is resolved when all code is known
 */
record Argument(Token token, Operand operand) {}
