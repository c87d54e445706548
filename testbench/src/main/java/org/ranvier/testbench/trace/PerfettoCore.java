package org.ranvier.testbench.trace;

import org.ranvier.core.cpu.Core;
import org.ranvier.core.isa.Program;
import org.ranvier.testbench.trace.PerfettoSchema.Event;

/** The tracks of a core's sequencer and array, and the beginnings of their slices: one per instruction, with its address, line and phase. */
final class PerfettoCore {
    private static final String ADDRESS = "address";
    private static final String LINE = "line";
    private static final String PHASE = "phase";

    final PerfettoTrack sequencer;
    final PerfettoTrack barrier;
    final PerfettoTrack array;
    final PerfettoTrack receive;
    final PerfettoTrack inQueue;
    final PerfettoTrack eventQueue;

    /** Per address. */
    private final byte[][] instructions;

    private final byte[][] arrayOps;

    PerfettoCore(final Core core, final PerfettoTracks tracks, final PerfettoNames names) {
        sequencer = tracks.slices("sequencer");
        barrier = tracks.slices("barrier");
        array = core.program().array() == null ? null : tracks.slices("array");
        receive = tracks.slices("receive unit");
        inQueue = tracks.counter("in-queue", "packets");
        eventQueue = tracks.counter("event queue", "packets");
        instructions = beginnings(core.program(), sequencer, names);
        arrayOps = array == null ? null : beginnings(core.program(), array, names);
    }

    /** Adds the names of the arguments of instructions. */
    static void addArguments(final PerfettoNames names) {
        names.argument(ADDRESS);
        names.argument(LINE);
        names.argument(PHASE);
    }

    private static byte[][] beginnings(final Program program, final PerfettoTrack track, final PerfettoNames names) {
        final byte[][] events = new byte[program.words().length][];
        for (int address = 0; address < events.length; address++) {
            events[address] = track.slice(
                            names.event(program.instruction(address).op().mnemonic()))
                    .message(Event.ARGUMENTS, number(names, ADDRESS, address))
                    .message(Event.ARGUMENTS, number(names, LINE, program.lines()[address]))
                    .message(
                            Event.ARGUMENTS,
                            argument(names, PHASE).text(Event.ARGUMENT_TEXT, program.phases()[address].label()))
                    .encoded();
        }
        return events;
    }

    private static ProtoMessage number(final PerfettoNames names, final String name, final long value) {
        return argument(names, name).number(Event.ARGUMENT_INT, value);
    }

    private static ProtoMessage argument(final PerfettoNames names, final String name) {
        return new ProtoMessage().number(Event.ARGUMENT_NAME_IID, names.argument(name));
    }

    /** @return the beginning of a slice of the sequencer */
    byte[] instruction(final int address) {
        return instructions[address];
    }

    /** @return the beginning of a slice of the array */
    byte[] arrayOp(final int address) {
        return arrayOps[address];
    }
}
