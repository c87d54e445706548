package org.ranvier.core.asm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ranvier.core.isa.Instruction;
import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.core.isa.Registers;
import org.ranvier.core.isa.Signature;

/** Writes the instructions of one program as assembly. */
public final class Printer {
    private final Program program;
    private final PacketKinds kinds;
    private final Map<Integer, List<String>> labels = new HashMap<>();
    private final Map<Integer, String> registers = new HashMap<>();

    /**
     * Prepares to write a program.
     *
     * @param program the program
     * @param kinds the packet kinds it was assembled with
     */
    public Printer(final Program program, final PacketKinds kinds) {
        this.program = program;
        this.kinds = kinds;
        new TreeMap<>(program.labels())
                .forEach((name, address) -> labels.computeIfAbsent(address, key -> new ArrayList<>())
                        .add(name));
        new TreeMap<>(program.registers()).forEach((name, register) -> registers.putIfAbsent(register, name));
    }

    /** @return the labels of an address, in alphabetical order */
    List<String> labels(final int address) {
        return labels.getOrDefault(address, List.of());
    }

    /** @return the instruction at an address, without its labels */
    public String instruction(final int address) {
        return instruction(program.instruction(address));
    }

    /** @return one instruction, of the code or inline */
    public String instruction(final Instruction instruction) {
        final StringBuilder text = new StringBuilder(instruction.op().mnemonic());
        for (int i = 0; i < instruction.operands().size(); i++) {
            text.append(i == 0 ? " " : ",");
            text.append(operand(
                    instruction.operands().get(i), instruction.op().operands().get(i)));
        }
        if (instruction.predicate().kind() != OperandKind.NONE) {
            text.append(instruction.negated() ? " ?!" : " ?");
            text.append(operand(instruction.predicate(), Signature.BITS_IN));
        }
        return text.toString();
    }

    /**
     * Writes an operand.
     *
     * @param operand the operand
     * @param place what its place accepts, which tells labels and packet kinds from numbers
     * @return for example {@code u[r2]}
     */
    public String operand(final Operand operand, final Signature place) {
        return switch (operand.kind()) {
            case NONE -> "";
            case REGION -> region(operand);
            case ROW -> region(operand) + "[" + register(operand) + "]";
            case LIST -> region(operand) + "{" + register(operand) + "}";
            case COLUMN -> region(operand) + "[:," + register(operand) + "]";
            case REGISTER -> register(operand);
            case IMMEDIATE, POOL ->
                switch (place) {
                    case LABEL -> labels(operand.value()).get(0);
                    case KIND -> kinds.name(operand.value());
                    default -> "#" + operand.value();
                };
        };
    }

    private String region(final Operand operand) {
        return program.regions().get(operand.region()).name();
    }

    private String register(final Operand operand) {
        return registers.getOrDefault(operand.register(), Registers.name(operand.register()));
    }
}
