package org.ranvier.core.cpu;

import org.ranvier.core.array.SynapseArray;

/** A scalar unit beside an array that does not take everything that is written to its words. */
final class HoldingScalarUnit extends ScalarUnit {
    private final SynapseArray array;
    private final long arrayRegion;

    HoldingScalarUnit(
            final int[] registers, final VectorUnit vectors, final SynapseArray array, final long arrayRegion) {
        super(registers, vectors);
        this.array = array;
        this.arrayRegion = arrayRegion;
    }

    @Override
    void execute(final Step s) {
        super.execute(s);
        if ((s.regions & arrayRegion) != 0) {
            array.hold();
        }
    }
}
