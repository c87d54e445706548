package org.ranvier.testbench.network;

/** FNV-1a of 64 bits, a word at a time (Fowler, Noll, Vo). */
final class Fnv {
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long hash = OFFSET_BASIS;

    void add(final long word) {
        hash = (hash ^ word) * PRIME;
    }

    long value() {
        return hash;
    }
}
