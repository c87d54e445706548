package org.ranvier.testbench.regress;

import org.ranvier.core.packet.Packet;
import org.ranvier.testbench.regress.stream.Event;
import org.ranvier.testbench.regress.stream.EventKind;
import org.ranvier.testbench.regress.stream.Mismatch;

/** What kind of difference a mismatch is. */
enum Finding {
    PACKET_LOST("a packet did not arrive"),
    PACKET_LATE("a packet arrived late"),
    PACKET_EARLY("a packet arrived early"),
    PACKET_CHANGED("a packet arrived changed"),
    PACKET_UNEXPECTED("a packet arrived that should not"),
    SOURCE("an instruction read another value"),
    RESULT("an instruction wrote another value"),
    MEMORY("memory differs at the end of the sample"),
    TIMING("the same happened in another cycle"),
    DURATION("the same took another number of cycles or packets"),
    EXECUTION("something else happened"),
    HASH("events differ in these cycles"),
    MISSING("the run ended before"),
    MORE("the run goes on where the recording ends");

    private final String text;

    Finding(final String text) {
        this.text = text;
    }

    /** @return it in words */
    String text() {
        return text;
    }

    /** Tells what a mismatch is. */
    static Finding of(final Mismatch mismatch) {
        final Event expected = mismatch.expected();
        final Event found = mismatch.found();
        if (expected == null) {
            return found.kind == EventKind.ARRIVED ? PACKET_UNEXPECTED : MORE;
        }
        if (mismatch.operand() != null) {
            return ofOperand(found.kind);
        }
        if (expected.kind == EventKind.ARRIVED) {
            return ofPacket(mismatch);
        }
        if (found == null) {
            return MISSING;
        }
        if (found.kind == EventKind.ARRIVED) {
            return PACKET_UNEXPECTED;
        }
        if (expected.kind == EventKind.HASHED || found.kind == EventKind.HASHED) {
            return HASH;
        }
        return ofEvents(expected, found);
    }

    private static Finding ofOperand(final EventKind kind) {
        if (kind == EventKind.HELD) {
            return MEMORY;
        }
        return kind == EventKind.ISSUING || kind == EventKind.SERVING ? SOURCE : RESULT;
    }

    private static Finding ofPacket(final Mismatch mismatch) {
        final Event expected = mismatch.expected();
        final Event found = mismatch.found();
        if (found == null || found.kind != EventKind.ARRIVED) {
            return PACKET_LOST;
        }
        if (found.packet == expected.packet) {
            return found.cycle > expected.cycle ? sameLater(mismatch) : sameEarlier(mismatch);
        }
        if (mismatch.expectedCameAt() >= 0) {
            return mismatch.foundWasDueAt() >= 0 ? PACKET_LATE : PACKET_UNEXPECTED;
        }
        final boolean sameKind = Packet.kind(found.packet) == Packet.kind(expected.packet);
        return mismatch.foundWasDueAt() < 0 && mismatch.sameStep() && (sameKind || found.cycle == expected.cycle)
                ? PACKET_CHANGED
                : PACKET_LOST;
    }

    private static Finding sameLater(final Mismatch mismatch) {
        return mismatch.expectedCameAt() >= 0 ? PACKET_LATE : PACKET_LOST;
    }

    private static Finding sameEarlier(final Mismatch mismatch) {
        return mismatch.foundWasDueAt() >= 0 ? PACKET_EARLY : PACKET_UNEXPECTED;
    }

    private static Finding ofEvents(final Event expected, final Event found) {
        if (expected.kind != found.kind || expected.address != found.address || expected.packet != found.packet) {
            return EXECUTION;
        }
        if (expected.cycle != found.cycle) {
            return TIMING;
        }
        return expected.count == found.count ? EXECUTION : DURATION;
    }
}
