package org.ranvier.testbench.data.event;

/** DVS128 Gesture as published. */
final class GestureFormat implements EventFormat {
    /** Its name. */
    static final String NAME = "dvs-gesture";

    GestureFormat() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String expects() {
        return "*.aedat (AEDAT 3.1) with *_labels.csv, trials_to_train.txt and trials_to_test.txt; 128x128";
    }

    @Override
    public boolean recognises(final FileTree tree) {
        return !tree.withSuffix("_labels.csv").isEmpty()
                && !tree.withSuffix(".aedat").isEmpty();
    }

    @Override
    public EventSet open(final FileTree tree, final EventOptions options) {
        return new GestureSet(tree, options);
    }
}
