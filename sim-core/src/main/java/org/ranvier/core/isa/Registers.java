package org.ranvier.core.isa;

/** The register file: sixteen signed 32-bit registers the read-only fields of the packet in hand, and the sample. */
public final class Registers {
    /** Number of writable registers, {@code r0..r15}; they keep their values between handlers. */
    public static final int WRITABLE = 16;

    /** The key of the packet in hand. */
    public static final int KEY = 16;

    /** The payload of the packet in hand. */
    public static final int PAYLOAD = 17;

    /** The parity (0 or 1) of the tick in which the packet in hand was sent. */
    public static final int PARITY = 18;

    /** The sample under way, modulo 4; -1 from {@code close} to the next SAMPLE. */
    public static final int SAMPLE = 19;

    /** Size of the register file. */
    public static final int COUNT = 20;

    private Registers() {}

    /** @return the name used in assembly: {@code r0..r15}, {@code key}, {@code pay}, {@code ep} or {@code sid} */
    public static String name(final int register) {
        return switch (register) {
            case KEY -> "key";
            case PAYLOAD -> "pay";
            case PARITY -> "ep";
            case SAMPLE -> "sid";
            default -> "r" + register;
        };
    }
}
