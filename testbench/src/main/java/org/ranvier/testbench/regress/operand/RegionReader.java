package org.ranvier.testbench.regress.operand;

import org.ranvier.core.cpu.Core;
import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.memory.Region;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.core.memory.RowPointers;

/** A region, a row or column of it, or a row of a list. */
final class RegionReader extends OperandReader {
    private static final int LINE_BITS = 28;

    private final Core core;
    private final Region region;
    private final RegionSpec spec;
    private final OperandKind kind;
    private final int register;

    /**
     * @param core the core
     * @param name the operand in assembly
     * @param operand names the region, and a row or column of it
     */
    RegionReader(final Core core, final String name, final Operand operand) {
        super(name);
        this.core = core;
        this.spec = core.program().regions().get(operand.region());
        this.region = core.region(spec.name());
        this.kind = operand.kind();
        this.register = operand.register();
    }

    private int line() {
        return kind == OperandKind.REGION ? 0 : core.register(register);
    }

    @Override
    public int capacity() {
        return switch (kind) {
            case REGION -> spec.elements();
            case COLUMN -> spec.rows();
            default -> spec.columns();
        };
    }

    @Override
    public int read(final int[] into) {
        switch (kind) {
            case REGION:
                return readAll(into);
            case COLUMN:
                return readColumn(into);
            case LIST:
                final RowPointers pointers = spec.list().pointers();
                final int length = pointers.length(line());
                region.elements().read(pointers.start(line()), length, into);
                return length;
            default:
                return readRow(line(), into, 0);
        }
    }

    private int readAll(final int[] into) {
        if (spec.isList()) {
            region.elements().read(0, spec.elements(), into);
            return spec.elements();
        }
        int n = 0;
        for (int row = 0; row < spec.rows(); row++) {
            n = readRow(row, into, n);
        }
        return n;
    }

    private int readRow(final int row, final int[] into, final int from) {
        if (region.isBits()) {
            final long[] words = region.words()[row];
            for (int i = 0; i < spec.columns(); i++) {
                into[from + i] = (int) (words[i >> 6] >>> i) & 1;
            }
        } else {
            System.arraycopy(region.cells()[row], 0, into, from, spec.columns());
        }
        return from + spec.columns();
    }

    private int readColumn(final int[] into) {
        final int[][] cells = region.cells();
        final int column = line();
        for (int i = 0; i < cells.length; i++) {
            into[i] = cells[i][column];
        }
        return cells.length;
    }

    /** Reads one element of it as a table. */
    int entry(final int i) {
        return switch (kind) {
            case REGION ->
                spec.isList() ? region.elements().get(i) : region.get(i / spec.columns(), i % spec.columns());
            case COLUMN -> region.get(i, line());
            default -> region.get(line(), i);
        };
    }

    @Override
    public long location() {
        final long shape = kind == OperandKind.COLUMN ? 2 : kind == OperandKind.REGION && spec.rows() > 1 ? 3 : 1;
        return (long) spec.name().hashCode() << Integer.SIZE | shape << LINE_BITS | line();
    }

    @Override
    public String element(final int k) {
        return switch (kind) {
            case REGION -> spec.isList() ? listElement(k) : at(k / spec.columns(), k % spec.columns());
            case COLUMN -> at(k, line());
            default -> at(line(), k);
        };
    }

    private String listElement(final int place) {
        int row = 0;
        while (spec.list().pointers().start(row) + spec.list().pointers().length(row) <= place) {
            row++;
        }
        return at(row, place - spec.list().pointers().start(row));
    }

    private String at(final int row, final int column) {
        return spec.name() + (spec.rows() == 1 ? "" : "[" + row + "]") + "[" + column + "]";
    }

    @Override
    public int min() {
        return spec.type().min();
    }

    @Override
    public int max() {
        return spec.type().max();
    }
}
