package org.ranvier.programs.chip;

/** Which fabric carries the packets of a chip. */
public enum FabricKind {
    /** Routers and links cycle by cycle, with contention and back-pressure. */
    CYCLE,
    /** Zero-load latency, no contention: for quick studies. */
    IDEAL;

    /** @return the name in options and results: {@code cycle} or {@code ideal} */
    public String label() {
        return this == CYCLE ? "cycle" : "ideal";
    }
}
