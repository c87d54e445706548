package org.ranvier.testbench.data.event;

/** Samples of each class in a part. */
final class ClassCounts {
    private ClassCounts() {}

    static int[] of(final EventSet set, final String part) {
        try (EventSource source = set.open(part)) {
            final int[] counts = new int[source.classes().size()];
            final EventSample sample = new EventSample();
            for (int i = 0; i < source.size(); i++) {
                source.read(i, sample);
                counts[sample.label()]++;
            }
            return counts;
        }
    }
}
