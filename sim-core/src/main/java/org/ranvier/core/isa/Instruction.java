package org.ranvier.core.isa;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * One decoded instruction.
 *
 * @param op the instruction
 * @param operands as many as {@link Op#operands} has places
 * @param predicate a row or region of bits, or {@link Operand#NONE}
 * @param negated true when the predicate selects the clear bits
 */
public record Instruction(Op op, List<Operand> operands, Operand predicate, boolean negated) {
    /**
     * Encodes the instruction.
     *
     * @param poolIndex finds or makes the pool entry of a constant
     * @return its word; see {@link InstructionWord}
     */
    public long encode(final ToIntFunction<Integer> poolIndex) {
        final int[] fields = new int[InstructionWord.OPERANDS];
        for (int i = 0; i < operands.size(); i++) {
            fields[i] = pack(operands.get(i), poolIndex);
        }
        if (predicate.kind() != OperandKind.NONE) {
            fields[InstructionWord.OPERANDS - 1] = pack(predicate, poolIndex);
        }
        return InstructionWord.pack(op.ordinal(), negated, fields);
    }

    /**
     * Decodes a word.
     *
     * @param word the word
     * @param pool the program's constant pool
     * @return the instruction
     */
    public static Instruction decode(final long word, final int[] pool) {
        final Op op = Op.values()[InstructionWord.opcode(word)];
        final Operand[] operands = new Operand[op.operands().size()];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = InstructionWord.unpack(InstructionWord.field(word, i), pool);
        }
        final Operand predicate = op.predicable()
                ? InstructionWord.unpack(InstructionWord.field(word, InstructionWord.OPERANDS - 1), pool)
                : Operand.NONE;
        return new Instruction(op, List.of(operands), predicate, InstructionWord.negated(word));
    }

    /** @return the first operand that is a row of a list, or null: the number of elements then depends on its row */
    public Operand listRow() {
        for (final Operand operand : operands) {
            if (operand.kind() == OperandKind.LIST) {
                return operand;
            }
        }
        return null;
    }

    private static int pack(final Operand operand, final ToIntFunction<Integer> poolIndex) {
        return InstructionWord.pack(
                operand, operand.kind() == OperandKind.POOL ? poolIndex.applyAsInt(operand.value()) : 0);
    }
}
