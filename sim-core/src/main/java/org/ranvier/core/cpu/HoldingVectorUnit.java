package org.ranvier.core.cpu;

import org.ranvier.core.array.SynapseArray;

/** Lanes beside an array that does not take everything that they write to its words. */
final class HoldingVectorUnit extends VectorUnit {
    private final SynapseArray array;
    private final long arrayRegion;

    HoldingVectorUnit(final int[] registers, final int maxLength, final SynapseArray array, final long arrayRegion) {
        super(registers, maxLength);
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
