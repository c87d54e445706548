package org.ranvier.testbench.regress.stream;

import org.ranvier.core.packet.Packet;

/** Instructions that are not those of the recording, though they stand where those stood. */
public final class Changes {
    private final boolean[] code;
    private final boolean[] inline = new boolean[Packet.MAX_KIND + 1];

    /** @param length instructions of the code */
    public Changes(final int length) {
        code = new boolean[length];
    }

    /** Marks an instruction of the code. */
    public void code(final int address) {
        code[address] = true;
    }

    /** Marks the inline instruction of a packet kind. */
    public void inline(final int kind) {
        inline[kind] = true;
    }

    boolean touch(final Event event) {
        return switch (event.kind) {
            case ISSUING -> code[event.address];
            case SERVING -> inline[Packet.kind(event.packet)];
            default -> false;
        };
    }
}
