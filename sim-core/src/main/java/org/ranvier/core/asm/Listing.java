package org.ranvier.core.asm;

import java.util.Locale;
import org.ranvier.core.isa.Handler;
import org.ranvier.core.isa.Instruction;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.core.memory.MemoryMap;
import org.ranvier.core.memory.RegionSpec;

/** The listing of an assembled program: code with words and cycles, the handlers, and the memory map. */
public final class Listing {
    private final Program program;
    private final PacketKinds kinds;
    private final Printer printer;
    private final StringBuilder text = new StringBuilder();

    private Listing(final Program program, final PacketKinds kinds) {
        this.program = program;
        this.kinds = kinds;
        this.printer = new Printer(program, kinds);
    }

    /**
     * Lists a program.
     *
     * @param program the program
     * @param kinds the packet kinds it was assembled with
     * @param estimate the cycles of its instructions
     * @param capacity bytes of local memory of the core
     * @return the text, lines ended by {@code \n}
     */
    public static String of(
            final Program program, final PacketKinds kinds, final CycleEstimate estimate, final int capacity) {
        final Listing listing = new Listing(program, kinds);
        listing.line(
                "program %s: %d instructions, %d constants, %d bytes of code",
                program.name(), program.words().length, program.pool().length, program.codeBytes());
        listing.code(estimate);
        listing.handlers();
        listing.memory(capacity);
        return listing.text.toString();
    }

    private void code(final CycleEstimate estimate) {
        line("");
        line("%5s  %-16s  %-10s %8s  %5s  %s", "addr", "word", "unit", "cycles", "line", "instruction");
        for (int i = 0; i < program.words().length; i++) {
            for (final String label : printer.labels(i)) {
                line("%53s%s:", "", label);
            }
            final Instruction instruction = program.instruction(i);
            line(
                    "%5d  %016x  %-10s %8d  %5d    %s",
                    i,
                    program.words()[i],
                    instruction.op().unit().name().toLowerCase(Locale.ROOT),
                    estimate.cycles(program, instruction),
                    program.lines()[i],
                    printer.instruction(instruction));
        }
    }

    private void handlers() {
        line("");
        line("%-12s %5s  %s", "handler", "addr", "runs");
        program.events().forEach((event, handler) -> handler(event.name(), handler));
        program.packets().forEach((kind, handler) -> handler(kinds.name(kind), handler));
    }

    private void handler(final String name, final Handler handler) {
        if (handler.inline() == null) {
            line(
                    "%-12s %5d  %s",
                    name, handler.address(), printer.labels(handler.address()).get(0));
        } else {
            line("%-12s %5s  %s", name, "-", printer.instruction(handler.inline()));
        }
    }

    private void memory(final int capacity) {
        line("");
        line("%8s %10s  %-16s %-5s %s", "address", "bytes", "name", "type", "shape");
        final MemoryMap map = program.memoryMap();
        final MemoryMap.Entry code = map.entries().get(0);
        line("%8d %10d  %s", code.address(), code.bytes(), code.name());
        for (final MemoryMap.Entry entry :
                map.entries().subList(1, map.entries().size())) {
            line("%8d %10d  %s", entry.address(), entry.bytes(), shape(program.region(entry.name())));
        }
        if (program.array() != null) {
            line(
                    "%8s %10s  %s",
                    "array", "-", shape(program.region(program.array().name())));
        }
        final int free = capacity - map.used();
        line("total %d bytes of %d, %s", map.used(), capacity, free >= 0 ? free + " free" : -free + " too many");
    }

    private String shape(final int region) {
        final RegionSpec spec = program.regions().get(region);
        if (spec.isList()) {
            return String.format(
                    Locale.ROOT,
                    "%-16s %-5s %d rows, %d elements%s",
                    spec.name(),
                    spec.type().label(),
                    spec.rows(),
                    spec.elements(),
                    spec.list().like() == null ? "" : ", like " + spec.list().like());
        }
        return String.format(
                Locale.ROOT, "%-16s %-5s %d x %d", spec.name(), spec.type().label(), spec.rows(), spec.columns());
    }

    private void line(final String format, final Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
