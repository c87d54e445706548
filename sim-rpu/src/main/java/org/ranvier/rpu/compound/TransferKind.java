package org.ranvier.rpu.compound;

/** What a transfer compound does between reading one device and writing the next. */
public enum TransferKind {
    /** Nothing: Tiki-Taka v1. */
    DIRECT("transfer"),
    /** A digital buffer releases whole steps: Tiki-Taka v2. */
    BUFFERED("buffered-transfer"),
    /** A buffer behind signs that change: c-TTv2. */
    CHOPPED("chopped-transfer"),
    /** A buffer behind signs that change, relative to the mean of the last period: AGAD. */
    DYNAMIC("dynamic-transfer");

    private final String type;

    TransferKind(final String type) {
        this.type = type;
    }

    /** @return the name in chip files */
    public String type() {
        return type;
    }

    /** @return whether lines are written under changing signs */
    boolean chops() {
        return this == CHOPPED || this == DYNAMIC;
    }
}
