package org.ranvier.testbench.bench;

/** Reads how much heap is in use. */
final class Heap {
    private Heap() {}

    /** @return bytes in use after collections */
    static long used() {
        final Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        // A second collection frees what the first only finalised or unlinked.
        for (int i = 0; i < 2; i++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }
}
