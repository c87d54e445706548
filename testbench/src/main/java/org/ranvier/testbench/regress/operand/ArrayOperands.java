package org.ranvier.testbench.regress.operand;

import java.util.List;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.isa.Instruction;
import org.ranvier.core.isa.Operand;

/** Which synapses of the core's array an instruction reads and changes. */
final class ArrayOperands {
    private final OperandFinder finder;
    private final SynapseArray array;

    ArrayOperands(final OperandFinder finder, final SynapseArray array) {
        this.finder = finder;
        this.array = array;
    }

    /** Adds them; the synapses that pulses and updates change are read too. */
    void add(final Instruction instruction, final List<OperandReader> sources, final List<OperandReader> results) {
        final List<Operand> o = instruction.operands();
        switch (instruction.op()) {
            case A_FWD, A_FWDV, A_ACC -> sources.add(reader(o.get(1), rows(o.get(2)), columns()));
            case A_BWD -> sources.add(reader(o.get(1), sensed(o.get(0)), columns(o.get(2), o.get(3))));
            case A_BWDV -> sources.add(reader(o.get(1), sensed(o.get(0)), columns(o.get(2))));
            case A_PULSE -> {
                sources.add(reader(o.get(0), rows(o.get(1)), columns(o.get(2), o.get(3))));
                results.add(reader(o.get(0), rows(o.get(1)), columns(o.get(2), o.get(3))));
            }
            case A_UPD -> {
                sources.add(reader(o.get(0), rows(o.get(1)), columns(o.get(2))));
                results.add(reader(o.get(0), rows(o.get(1)), columns(o.get(2))));
            }
            default -> {}
        }
    }

    /** @return all synapses */
    OperandReader all(final String name) {
        return new ArrayReader(name, array, new Lines(array.rows()), new Lines(array.columns()));
    }

    private OperandReader reader(final Operand operand, final Lines rows, final Lines columns) {
        return new ArrayReader(finder.name(operand), array, rows, columns);
    }

    private Lines rows(final Operand driver) {
        return new Lines(array.rows(), finder.any(new Operand[] {driver}));
    }

    /** The rows that a transposed read senses: as many as its result has elements. */
    private Lines sensed(final Operand result) {
        return new Lines(finder.vector(result).capacity());
    }

    private Lines columns(final Operand... drivers) {
        return new Lines(array.columns(), finder.any(drivers));
    }
}
