package org.ranvier.core.isa;

/**
 * What a core does on an event or a packet kind: run code from an address, or one inline instruction of the receive unit.
 *
 * @param address first instruction, or -1 for an inline handler
 * @param inline the inline instruction, or null
 */
public record Handler(int address, Instruction inline) {
    /** @return a handler that runs code */
    public static Handler at(final int address) {
        return new Handler(address, null);
    }

    /** @return a handler that the receive unit executes without the sequencer */
    public static Handler inline(final Instruction instruction) {
        return new Handler(-1, instruction);
    }
}
