package org.ranvier.testbench.regress.operand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.asm.Printer;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.isa.Instruction;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.core.isa.Registers;
import org.ranvier.core.isa.Signature;

/** Finds out what the instructions of a core read and write, from the instruction table. */
public final class OperandFinder {
    private final Core core;
    private final Program program;
    private final Printer printer;
    private final ArrayOperands arrays;

    /**
     * Prepares for a core.
     *
     * @param core the core
     * @param array its synapse array, or null
     * @param kinds the chip's packet kinds
     */
    public OperandFinder(final Core core, final SynapseArray array, final PacketKinds kinds) {
        this.core = core;
        this.program = core.program();
        this.printer = new Printer(program, kinds);
        this.arrays = new ArrayOperands(this, array);
    }

    /** @return the operands of all instructions of the code, by address */
    public List<Operands> code() {
        final List<Operands> all = new ArrayList<>();
        for (int address = 0; address < program.words().length; address++) {
            all.add(find(program.instruction(address), program.lines()[address]));
        }
        return all;
    }

    /** @return the operands of inline instructions, by packet kind; a kind with a handler or without any has none */
    public Map<Integer, Operands> inline() {
        final Map<Integer, Operands> all = new LinkedHashMap<>();
        program.packets().forEach((kind, handler) -> {
            if (handler.inline() != null) {
                all.put(kind, find(handler.inline(), 0));
            }
        });
        return all;
    }

    /** @return everything that the core holds: its regions, its synapses as one of them, then its registers */
    public List<Operands> memory() {
        final List<Operands> all = new ArrayList<>();
        for (int region = 0; region < program.regions().size(); region++) {
            final String name = program.regions().get(region).name();
            all.add(held(
                    name,
                    program.regions().get(region).array()
                            ? arrays.all(name)
                            : new RegionReader(core, name, Operand.region(region))));
        }
        all.add(held("registers", new RegistersReader(core)));
        return all;
    }

    private static Operands held(final String name, final OperandReader reader) {
        return new Operands(name, 0, List.of(reader), List.of());
    }

    private Operands find(final Instruction instruction, final int line) {
        final List<OperandReader> sources = new ArrayList<>();
        final List<OperandReader> results = new ArrayList<>();
        addRegisters(instruction, sources);
        addMasks(instruction, sources);
        addValues(instruction, sources);
        if (changesItsResult(instruction)) {
            addWritten(instruction, sources);
        }
        addTables(instruction, sources, results);
        addRegistersWritten(instruction, results);
        addWritten(instruction, results);
        addAll(instruction, Signature.STATES, results);
        arrays.add(instruction, sources, results);
        return new Operands(printer.instruction(instruction), line, List.copyOf(sources), List.copyOf(results));
    }

    /** Registers that are read, also to choose rows. */
    private void addRegisters(final Instruction instruction, final List<OperandReader> sources) {
        final List<Integer> read = new ArrayList<>();
        for (int i = 0; i < instruction.operands().size(); i++) {
            final Signature place = instruction.op().operands().get(i);
            final Operand operand = instruction.operands().get(i);
            final boolean counted = instruction.op() == Op.LOOP || instruction.op() == Op.S_INCM;
            if (choosesLine(operand)
                    || operand.kind() == OperandKind.REGISTER && (place != Signature.REGISTER_OUT || counted)) {
                read.add(operand.register());
            }
        }
        if (choosesLine(instruction.predicate())) {
            read.add(instruction.predicate().register());
        }
        read.stream().distinct().forEach(register -> sources.add(register(register)));
    }

    private static boolean choosesLine(final Operand operand) {
        return operand.kind() == OperandKind.ROW
                || operand.kind() == OperandKind.COLUMN
                || operand.kind() == OperandKind.LIST;
    }

    private void addMasks(final Instruction instruction, final List<OperandReader> sources) {
        if (instruction.predicate().kind() != OperandKind.NONE) {
            sources.add(vector(instruction.predicate()));
        }
        if (instruction.op() != Op.B_TST) {
            addAll(instruction, Signature.BITS_IN, sources);
        }
    }

    private void addValues(final Instruction instruction, final List<OperandReader> sources) {
        if (instruction.op() != Op.S_LD) {
            addAll(instruction, Signature.VECTOR_IN, sources);
        }
        addAll(instruction, Signature.STATES, sources);
    }

    private void addAll(final Instruction instruction, final Signature place, final List<OperandReader> readers) {
        for (int i = 0; i < instruction.operands().size(); i++) {
            if (instruction.op().operands().get(i) == place
                    && instruction.operands().get(i).isVector()) {
                readers.add(vector(instruction.operands().get(i)));
            }
        }
    }

    /** True when elements of the result depend on what they were. */
    private static boolean changesItsResult(final Instruction instruction) {
        final boolean mask = instruction.predicate().kind() != OperandKind.NONE;
        return instruction.op().accumulates()
                || mask && instruction.op().operands().get(0) == Signature.VECTOR_OUT;
    }

    private static boolean writesOneElement(final Op op) {
        return op == Op.S_ST || op == Op.S_INC || op == Op.B_SET || op == Op.B_CLR;
    }

    private void addWritten(final Instruction instruction, final List<OperandReader> readers) {
        final Op op = instruction.op();
        for (int i = 0; i < op.operands().size(); i++) {
            final Signature place = op.operands().get(i);
            if (place == Signature.VECTOR_OUT || place == Signature.BITS_OUT) {
                readers.add(
                        writesOneElement(op)
                                ? table(instruction, i)
                                : vector(instruction.operands().get(i)));
            }
        }
    }

    private void addRegistersWritten(final Instruction instruction, final List<OperandReader> results) {
        for (int i = 0; i < instruction.operands().size(); i++) {
            if (instruction.op().operands().get(i) == Signature.REGISTER_OUT) {
                results.add(register(instruction.operands().get(i).register()));
            }
        }
    }

    /** Elements of tables, which other operands choose. */
    private void addTables(
            final Instruction instruction, final List<OperandReader> sources, final List<OperandReader> results) {
        final Op op = instruction.op();
        if (op == Op.S_LD || op == Op.B_TST || op.operands().indexOf(Signature.TABLE) == 1) {
            sources.add(table(instruction, 1));
        } else if (op.operands().indexOf(Signature.TABLE) == 0) {
            results.add(table(instruction, 0));
            if (op.accumulates()) {
                sources.add(table(instruction, 0));
            }
        }
    }

    /** The elements of a table, or the one of a vector, that the operand behind it chooses. */
    private TableReader table(final Instruction instruction, final int place) {
        final List<Operand> operands = instruction.operands();
        return new TableReader(vector(operands.get(place)), any(operands.get(place + 1)));
    }

    OperandReader register(final int register) {
        final String given = program.registers().entrySet().stream()
                .filter(entry -> entry.getValue() == register)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(null);
        return new RegisterReader(core, given == null ? Registers.name(register) : given, register);
    }

    String name(final Operand operand) {
        return printer.operand(operand, Signature.ARRAY);
    }

    RegionReader vector(final Operand operand) {
        return new RegionReader(core, printer.operand(operand, Signature.VECTOR_IN), operand);
    }

    /** @return a reader of any operand but a label or packet kind */
    OperandReader any(final Operand operand) {
        if (operand.isVector()) {
            return vector(operand);
        }
        return operand.kind() == OperandKind.REGISTER
                ? register(operand.register())
                : new ConstantReader(operand.value());
    }

    OperandReader[] any(final Operand... operands) {
        return Arrays.stream(operands).map(this::any).toArray(OperandReader[]::new);
    }
}
