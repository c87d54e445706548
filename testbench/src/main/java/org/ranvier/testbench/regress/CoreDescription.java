package org.ranvier.testbench.regress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.testbench.regress.operand.Operands;

/**
 * What has to be known of a core to write about its events when the program that it ran is no longer there.
 *
 * @param path the core's path
 * @param program the name of its program
 * @param code its instructions in assembly, by address
 * @param lines the source lines of these
 * @param inline its inline instructions in assembly, by packet kind
 * @param handlers what begins at an address: the names of events and packet kinds
 * @param held what it holds, in the order of memory events
 * @param shapes types and sizes of these
 * @param slots operands whose last sums are remembered
 */
record CoreDescription(
        String path,
        String program,
        List<String> code,
        int[] lines,
        Map<Integer, String> inline,
        Map<Integer, String> handlers,
        List<String> held,
        List<String> shapes,
        int slots) {
    private static final int MOST_SLOTS = 1 << 16;

    /** Describes a core. */
    static CoreDescription of(
            final Core core,
            final PacketKinds kinds,
            final List<Operands> code,
            final Map<Integer, Operands> inline,
            final List<Operands> held) {
        final Map<Integer, String> texts = new TreeMap<>();
        inline.forEach((kind, operands) -> texts.put(kind, operands.text()));
        final Map<Integer, String> handlers = new TreeMap<>();
        core.program()
                .events()
                .forEach((event, handler) -> handlers.merge(handler.address(), event.name(), (a, b) -> a + ", " + b));
        core.program().packets().forEach((kind, handler) -> {
            if (handler.inline() == null) {
                handlers.merge(handler.address(), kinds.name(kind), (a, b) -> a + ", " + b);
            }
        });
        final List<String> shapes = new ArrayList<>();
        int rows = 0;
        for (final RegionSpec region : core.program().regions()) {
            rows += region.rows();
            shapes.add(region.type().label() + " [" + region.rows() + "][" + region.columns() + "]");
        }
        return new CoreDescription(
                core.path(),
                core.program().name(),
                code.stream().map(Operands::text).toList(),
                core.program().lines(),
                texts,
                handlers,
                held.stream().map(Operands::text).toList(),
                shapes,
                Math.min(MOST_SLOTS, 64 + 2 * rows));
    }
}
