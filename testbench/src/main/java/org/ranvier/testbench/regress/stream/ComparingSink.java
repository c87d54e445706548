package org.ranvier.testbench.regress.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.ranvier.core.packet.Packet;
import org.ranvier.testbench.regress.operand.Difference;
import org.ranvier.testbench.regress.operand.Differences;
import org.ranvier.testbench.regress.operand.OperandReader;
import org.ranvier.testbench.regress.operand.Operands;
import org.ranvier.testbench.regress.operand.Sums;

/** Compares the events of a stream with their recording, up to the first that differs. */
public final class ComparingSink implements EventSink {
    private static final int REMEMBERED = 8;

    private final EventDecoder decoder;
    private final Changes changes;
    private final Event expected = new Event();
    private final Deque<Event> last = new ArrayDeque<>();
    private Mismatch mismatch;
    private boolean followed;
    private long events;
    private long instructions;

    /**
     * Prepares to compare.
     *
     * @param decoder the recording
     * @param changes instructions that are not the same
     */
    public ComparingSink(final EventDecoder decoder, final Changes changes) {
        this.decoder = decoder;
        this.changes = changes;
    }

    @Override
    public void accept(final Event found, final Operands instruction) {
        if (mismatch != null) {
            follow(found);
            return;
        }
        if (!decoder.next(expected)) {
            fail(null, found, null, List.of(), 0);
        } else if (!expected.sameHead(found) || changes.touch(found)) {
            fail(copy(expected), found, null, List.of(), 0);
        } else if (found.kind.hasOperands()) {
            compareOperands(found, instruction);
        }
        if (mismatch == null) {
            remember(found);
        }
    }

    private void remember(final Event found) {
        events++;
        instructions += found.kind == EventKind.ISSUED || found.kind == EventKind.SERVED ? 1 : 0;
        final Event kept = last.size() == REMEMBERED ? last.removeFirst() : new Event();
        kept.set(found);
        last.addLast(kept);
    }

    private void compareOperands(final Event found, final Operands instruction) {
        if (!decoder.operands(expected, found)) {
            fail(copy(expected), found, null, List.of(), 0);
            return;
        }
        for (int i = 0; i < found.operands; i++) {
            if (!found.sums(i).matches(expected.sums(i))) {
                final boolean results = found.kind == EventKind.ISSUED || found.kind == EventKind.SERVED;
                failOperand(found, (results ? instruction.results() : instruction.sources()).get(i), i);
                return;
            }
        }
    }

    private void failOperand(final Event found, final OperandReader reader, final int operand) {
        final Sums wanted = expected.sums(operand);
        if (reader.scalar()) {
            final Sums is = found.sums(operand);
            fail(
                    copy(expected),
                    found,
                    reader.name(),
                    List.of(new Mismatch.Element(name(reader), wanted.plain, is.plain)),
                    1);
            return;
        }
        final int[] values = new int[reader.capacity()];
        final int n = length(reader, values);
        final List<Mismatch.Element> elements = new ArrayList<>();
        for (final Difference difference : Differences.find(wanted, values, n, reader.min(), reader.max())) {
            elements.add(new Mismatch.Element(
                    reader.element(difference.place()), difference.expected(), difference.found()));
        }
        fail(copy(expected), found, reader.name(), elements, n);
    }

    /** Reads an operand; one in a region that has become too small for what a register chooses has no elements. */
    private static int length(final OperandReader reader, final int[] values) {
        try {
            return reader.read(values);
        } catch (final IndexOutOfBoundsException e) {
            return 0;
        }
    }

    private static String name(final OperandReader reader) {
        reader.read(new int[reader.capacity()]);
        return reader.element(0);
    }

    private void fail(
            final Event wanted,
            final Event found,
            final String operand,
            final List<Mismatch.Element> elements,
            final int length) {
        mismatch = new Mismatch(wanted, found == null ? null : copy(found), operand, elements, length, -1, -1, true);
    }

    private static Event copy(final Event event) {
        final Event copy = new Event();
        copy.set(event);
        return copy;
    }

    /** Looks for the packet that was expected, among what arrives in its tick and the next. */
    private void follow(final Event found) {
        final Event wanted = mismatch.expected();
        if (followed || wanted == null || wanted.kind != EventKind.ARRIVED) {
            return;
        }
        if (found.kind != EventKind.ARRIVED || isTooLate(wanted.packet, found.packet)) {
            followed = true;
        } else if (found.packet == wanted.packet) {
            followed = true;
            mismatch = mismatch.withPackets(found.cycle, -1, true);
        }
    }

    /** Ticks are known modulo 4. */
    private static boolean isTooLate(final long packet, final long other) {
        return (Packet.epoch(other) - Packet.epoch(packet) & 3) == 2;
    }

    /**
     * The sample is over: looks for the packet that came instead of the expected one, among those that were to come later.
     *
     * <p>Where packets are rare, the same one of four ticks later looks like one that is late. A barrier waits for all packets of
     * its step, so whatever comes after the end of that is another one.
     *
     * @param steps when steps of the sample ended
     * @return what differs, or null
     */
    public Mismatch finish(final StepEnds steps) {
        if (mismatch != null && mismatch.found() != null && mismatch.found().kind == EventKind.ARRIVED) {
            final Event wanted = mismatch.expected();
            final Event found = mismatch.found();
            final long end = wanted == null ? Long.MAX_VALUE : steps.after(wanted.cycle, 0);
            final long came = wanted != null && wanted.packet == found.packet ? found.cycle : mismatch.expectedCameAt();
            mismatch = mismatch.withPackets(came <= end ? came : -1, dueAt(steps), found.cycle <= end);
        }
        return mismatch;
    }

    /** Of the recorded run the ends of steps are not known; those of this one tell them well enough for ticks to be kept apart. */
    private long dueAt(final StepEnds steps) {
        final Event found = mismatch.found();
        final long last = steps.after(found.cycle, 1);
        final Event wanted = mismatch.expected();
        if (wanted != null && wanted.packet == found.packet) {
            return wanted.cycle <= last ? wanted.cycle : -1;
        }
        while (decoder.next(expected)
                && expected.kind == EventKind.ARRIVED
                && expected.cycle <= last
                && !isTooLate(found.packet, expected.packet)) {
            if (expected.packet == found.packet) {
                return expected.cycle;
            }
        }
        return -1;
    }

    /**
     * The run is over: nothing may be left in the recording.
     *
     * @param steps when steps of a sample that was not completed ended
     * @return what differs, or null
     */
    public Mismatch close(final StepEnds steps) {
        if (mismatch == null && decoder.next(expected)) {
            fail(copy(expected), null, null, List.of(), 0);
        }
        return finish(steps);
    }

    /** @return the last events that agreed, the latest last */
    public Collection<Event> last() {
        return last;
    }

    /** @return events that agreed */
    public long events() {
        return events;
    }

    /** @return instructions that agreed */
    public long instructions() {
        return instructions;
    }
}
