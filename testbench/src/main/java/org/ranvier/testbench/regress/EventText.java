package org.ranvier.testbench.regress;

import java.util.List;
import java.util.Locale;
import org.ranvier.core.cpu.ExecutionMonitor;
import org.ranvier.core.packet.Packet;
import org.ranvier.testbench.regress.stream.Event;
import org.ranvier.testbench.regress.stream.StreamKind;

/** Puts events of a core into words, by what is known of its program. */
final class EventText {
    private final CoreDescription core;
    private final List<String> kinds;

    EventText(final CoreDescription core, final List<String> kinds) {
        this.core = core;
        this.kinds = kinds;
    }

    /** @return the event in words, without its cycle */
    String of(final Event event) {
        return switch (event.kind) {
            case ARRIVED -> packet(event.packet) + " arrives";
            case SERVING -> inline(event) + " for " + packet(event.packet);
            case SERVED -> inline(event) + cycles(event.count);
            case DROPPED -> packet(event.packet) + " is dropped, its sample is closed";
            case DISPATCHED -> dispatch(event) + cycles(event.count);
            case ISSUING -> instruction(event.address);
            case ISSUED -> instruction(event.address) + cycles(event.count);
            case SENT -> String.format(Locale.ROOT, "%,d packets sent", event.count);
            case HELD -> "contents of " + core.held().get(event.address);
            case HASHED -> String.format(Locale.ROOT, "%,d events, hash %016x", event.count, event.packet);
            case END -> "the sample is over";
        };
    }

    /** @return true for what is worth showing before a divergence: instructions and ends of samples once */
    static boolean isShown(final Event event, final StreamKind stream) {
        return switch (event.kind) {
            case SERVING, ISSUING, HELD -> false;
            case END -> stream == StreamKind.SEQUENCER;
            default -> true;
        };
    }

    private static String cycles(final long count) {
        return ", " + count + (count == 1 ? " cycle" : " cycles");
    }

    /** @return an instruction with its address and source line */
    String instruction(final int address) {
        return address < core.code().size()
                ? core.code().get(address) + "  (address " + address + ", line " + core.lines()[address] + ")"
                : "an instruction at address " + address;
    }

    private String inline(final Event event) {
        return core.inline().getOrDefault(Packet.kind(event.packet), "an inline instruction");
    }

    private String dispatch(final Event event) {
        final String handler = core.handlers().getOrDefault(event.address, "a handler") + " begins";
        return event.packet == ExecutionMonitor.NO_PACKET ? handler : handler + " with " + packet(event.packet);
    }

    /** @return a packet's kind, key and payload, and when it was sent, as far as it says */
    String packet(final long packet) {
        final int kind = Packet.kind(packet);
        return "packet " + (kind < kinds.size() ? kinds.get(kind) : "of kind " + kind) + " key " + Packet.key(packet)
                + " payload " + Packet.payload(packet) + " (sample id " + Packet.sample(packet) + ", epoch "
                + Packet.epoch(packet) + ")";
    }
}
