package org.ranvier.core.cpu;

import java.util.List;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.MappingException;
import org.ranvier.core.isa.Instruction;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.isa.Signature;
import org.ranvier.core.isa.Unit;
import org.ranvier.core.memory.Region;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.core.memory.RegionType;

/** Resolves instructions against a core's regions, once, at load. */
final class Decoder {
    private final List<RegionSpec> specs;
    private final Region[] regions;
    private final CoreSpec core;
    private final String path;
    private int counters;

    Decoder(final List<RegionSpec> specs, final Region[] regions, final CoreSpec core, final String path) {
        this.specs = specs;
        this.regions = regions;
        this.core = core;
        this.path = path;
    }

    Step decode(final Instruction instruction, final EnergyPhase phase) {
        final int length = length(instruction);
        final InstructionCost[] costs = InstructionCost.byLength(instruction, specs, core);
        final int firstCounter = counters;
        counters += costs.length;
        final Slot[] slots = new Slot[4];
        long touched = 0;
        for (int i = 0; i < instruction.operands().size(); i++) {
            final Operand operand = instruction.operands().get(i);
            slots[i] = slot(operand, length);
            if (operand.isVector()) {
                touched |= 1L << operand.region();
                checkReachable(instruction, i, operand);
                checkBesideList(instruction, i, operand);
            }
        }
        final boolean predicated = instruction.predicate().kind() != OperandKind.NONE;
        if (predicated) {
            touched |= 1L << instruction.predicate().region();
        }
        return new Step(
                instruction.op(),
                slots,
                predicated ? slot(instruction.predicate(), length) : null,
                instruction.negated(),
                length,
                costs,
                firstCounter,
                !predicated && direct(instruction),
                touched,
                owed(instruction),
                phase);
    }

    /** An array operation owes its result, and keeps lanes that name an SRAM array as a vector waiting. */
    private static long owed(final Instruction instruction) {
        final Op op = instruction.op();
        if (op.unit() != Unit.ARRAY) {
            return 0;
        }
        final long first = 1L << instruction.operands().get(0).region();
        return op == Op.A_PULSE || op == Op.A_UPD
                ? first
                : first | 1L << instruction.operands().get(1).region();
    }

    private boolean direct(final Instruction instruction) {
        if (instruction.operands().isEmpty()) {
            return false;
        }
        if (instruction.op() == Op.A_FWDV || instruction.op() == Op.A_BWDV) {
            // The array goes on reading the values while it fills the result, which may be the same region.
            return false;
        }
        final Operand destination = instruction.operands().get(0);
        if (destination.kind() != OperandKind.REGION && destination.kind() != OperandKind.ROW) {
            return false;
        }
        // A row of the array may be among the rows that are summed.
        final RegionSpec spec = specs.get(destination.region());
        return spec.type() == RegionType.S32 && !spec.array();
    }

    /** @return counters that the steps decoded so far have between them */
    int counters() {
        return counters;
    }

    private Slot slot(final Operand operand, final int length) {
        return new Slot(operand, operand.isVector() ? regions[operand.region()] : null, length);
    }

    /**
     * The vector length: that of the destination, or of the source of a reduction, a scatter or a compare; of the longest row
     * of lists.
     */
    private int length(final Instruction instruction) {
        final Op op = instruction.op();
        if (op.unit() == Unit.SEQUENCER || op.unit() == Unit.PORT) {
            return 0;
        }
        final Operand list = instruction.listRow();
        if (list != null) {
            return specs.get(list.region()).columns();
        }
        for (int i = 0; i < op.operands().size(); i++) {
            final Operand operand = instruction.operands().get(i);
            if (operand.isVector() && op.operands().get(i) != Signature.TABLE) {
                final RegionSpec spec = specs.get(operand.region());
                return operand.kind() == OperandKind.COLUMN ? spec.rows() : spec.columns();
            }
        }
        return 0;
    }

    private void checkBesideList(final Instruction instruction, final int place, final Operand operand) {
        final Operand list = instruction.listRow();
        if (list == null || instruction.op().operands().get(place) == Signature.TABLE) {
            return;
        }
        final RegionSpec rows = specs.get(list.region());
        final RegionSpec beside = specs.get(operand.region());
        if (beside.columns() < rows.columns()) {
            throw new MappingException(path + ": '" + instruction.op().mnemonic() + "' uses region '" + beside.name()
                    + "' of " + beside.columns() + " elements beside list '" + rows.name()
                    + "', whose longest row has " + rows.columns());
        }
    }

    private void checkReachable(final Instruction instruction, final int place, final Operand operand) {
        final boolean lanes = instruction.op().operands().get(place) != Signature.ARRAY;
        if (lanes && specs.get(operand.region()).array() && regions[operand.region()].cells().length == 0) {
            throw new ConfigurationException(path + ": '" + instruction.op().mnemonic() + "' names the array '"
                    + specs.get(operand.region()).name()
                    + "' as a vector, which needs an SRAM array; a crossbar is reached with a.* only");
        }
    }
}
