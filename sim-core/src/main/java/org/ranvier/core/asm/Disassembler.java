package org.ranvier.core.asm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.isa.Handler;
import org.ranvier.core.isa.Instruction;
import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.ProbePoint;
import org.ranvier.core.isa.Program;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.core.memory.RowPointers;

/**
 * Writes a program back as a source which assembles to the same words, constants, regions and handlers. Parameters and
 * expressions are gone: their values stand in their place.
 */
public final class Disassembler {
    private static final int VALUES_PER_LINE = 16;

    private final Program program;
    private final PacketKinds kinds;
    private final Printer printer;
    private final StringBuilder text = new StringBuilder();

    private Disassembler(final Program program, final PacketKinds kinds) {
        this.program = program;
        this.kinds = kinds;
        this.printer = new Printer(program, kinds);
    }

    /**
     * Disassembles a program.
     *
     * @param program the program
     * @param kinds the packet kinds it was assembled with
     * @return its source, lines ended by {@code \n}
     */
    public static String disassemble(final Program program, final PacketKinds kinds) {
        return new Disassembler(program, kinds).run();
    }

    private String run() {
        regions();
        program.registers().forEach((name, register) -> line(".reg " + name + "=r" + register));
        rows();
        data();
        program.seeds()
                .forEach(seed -> line(".seed " + regionName(seed.region()) + " " + seed.stream() + " " + seed.first()));
        program.events().forEach((event, handler) -> handler(event.name(), handler));
        program.packets().forEach((kind, handler) -> handler(kinds.name(kind), handler));
        code();
        return text.toString();
    }

    private void regions() {
        final Set<Integer> withRows = regionsUsedByRow();
        for (int i = 0; i < program.regions().size(); i++) {
            final RegionSpec spec = program.regions().get(i);
            if (spec.isList()) {
                line(".list " + spec.name() + " " + spec.type().label() + " [" + spec.rows() + "]"
                        + (spec.list().like() == null
                                ? ""
                                : " like " + spec.list().like()));
                continue;
            }
            final boolean rows = spec.rows() > 1 || spec.array() || withRows.contains(i);
            line((spec.array() ? ".array " : ".mem ") + spec.name() + " "
                    + spec.type().label() + " " + (rows ? "[" + spec.rows() + "]" : "") + "[" + spec.columns() + "]");
        }
    }

    /** The lengths of the rows of lists. */
    private void rows() {
        for (final RegionSpec spec : program.regions()) {
            if (spec.isList() && spec.list().like() == null && spec.elements() > 0) {
                final RowPointers pointers = spec.list().pointers();
                values(".rows " + spec.name(), pointers.rows(), pointers::length);
            }
        }
    }

    /** A region of one row may have been declared with one dimension or two; only the code tells. */
    private Set<Integer> regionsUsedByRow() {
        final Set<Integer> used = new HashSet<>();
        final Stream<Instruction> code =
                IntStream.range(0, program.words().length).mapToObj(program::instruction);
        final Stream<Instruction> inline =
                program.packets().values().stream().map(Handler::inline).filter(i -> i != null);
        Stream.concat(code, inline).forEach(instruction -> {
            final List<Operand> operands = new ArrayList<>(instruction.operands());
            operands.add(instruction.predicate());
            operands.stream()
                    .filter(o -> o.kind() == OperandKind.ROW || o.kind() == OperandKind.COLUMN)
                    .forEach(o -> used.add(o.region()));
        });
        return used;
    }

    private void data() {
        program.data()
                .forEach((region, values) -> values(".data " + regionName(region), values.length, i -> values[i]));
    }

    private void values(final String directive, final int count, final IntUnaryOperator value) {
        for (int from = 0; from < count; from += VALUES_PER_LINE) {
            line(IntStream.range(from, Math.min(count, from + VALUES_PER_LINE))
                    .mapToObj(i -> Integer.toString(value.applyAsInt(i)))
                    .collect(Collectors.joining(",", directive + " ", "")));
        }
    }

    private void handler(final String name, final Handler handler) {
        if (handler.inline() == null) {
            line(".on " + name + " " + printer.labels(handler.address()).get(0));
        } else {
            line(".on " + name + " = " + printer.instruction(handler.inline()));
        }
    }

    private void code() {
        EnergyPhase phase = EnergyPhase.CONTROL;
        for (int i = 0; i < program.words().length; i++) {
            for (final String label : printer.labels(i)) {
                line(label + ":");
            }
            if (program.phases()[i] != phase) {
                phase = program.phases()[i];
                line(".phase " + phase.label());
            }
            for (final ProbePoint probe : program.probes()) {
                if (probe.address() == i) {
                    line(".probe " + probe.name() + " " + regionName(probe.region()));
                }
            }
            line("    " + printer.instruction(i));
        }
        for (final String label : printer.labels(program.words().length)) {
            line(label + ":");
        }
    }

    private String regionName(final int region) {
        return program.regions().get(region).name();
    }

    private void line(final String line) {
        text.append(line).append('\n');
    }
}
