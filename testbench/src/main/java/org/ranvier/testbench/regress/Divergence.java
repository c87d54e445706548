package org.ranvier.testbench.regress;

import java.util.List;
import org.ranvier.core.packet.Packet;
import org.ranvier.testbench.regress.stream.Event;
import org.ranvier.testbench.regress.stream.EventKind;
import org.ranvier.testbench.regress.stream.Mismatch;
import org.ranvier.testbench.regress.stream.StreamKind;

/**
 * Where a run first departs from its recording.
 *
 * @param chip which of the command's chips, from 0
 * @param sample which of its samples, from 0
 * @param begin the cycle in which the sample began
 * @param core the core as it was recorded
 * @param now the core as it is
 * @param kinds names of packet kinds as recorded
 * @param kindsNow names of packet kinds as they are
 * @param stream which of its streams departs
 * @param mismatch how
 * @param before what the core did before, as recorded and as found, by cycle
 */
record Divergence(
        int chip,
        long sample,
        long begin,
        CoreDescription core,
        CoreDescription now,
        List<String> kinds,
        List<String> kindsNow,
        StreamKind stream,
        Mismatch mismatch,
        List<Event> before) {

    Finding finding() {
        return Finding.of(mismatch);
    }

    /** @return the instruction that it is about, with address and line, or null */
    String instruction() {
        final Event event = mismatch.found() != null ? mismatch.found() : mismatch.expected();
        final EventText text = mismatch.found() != null ? found() : expected();
        return switch (event.kind) {
            case ISSUING, ISSUED -> text.instruction(event.address);
            case SERVING, SERVED -> now.inline().get(Packet.kind(event.packet));
            default -> null;
        };
    }

    EventText expected() {
        return new EventText(core, kinds);
    }

    EventText found() {
        return new EventText(now, kindsNow);
    }

    /** @return what was expected, in words */
    String expectedText() {
        final Event event = mismatch.expected();
        return event == null ? "nothing more" : at(event, expected().of(event));
    }

    /** @return what was found, in words */
    String foundText() {
        final Event event = mismatch.found();
        if (finding() == Finding.PACKET_LATE && mismatch.expectedCameAt() != event.cycle) {
            return "it arrives in cycle " + mismatch.expectedCameAt() + ", "
                    + (mismatch.expectedCameAt() - mismatch.expected().cycle) + " later";
        }
        if (event == null) {
            return "nothing more";
        }
        final String text = at(event, found().of(event));
        return finding() == Finding.PACKET_LOST && event.kind == EventKind.ARRIVED
                ? "it does not arrive; next is, " + text
                : text;
    }

    private static String at(final Event event, final String text) {
        return "in cycle " + event.cycle + ": " + text;
    }
}
