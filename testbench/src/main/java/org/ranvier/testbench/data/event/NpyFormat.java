package org.ranvier.testbench.data.event;

/** DVS128 Gesture as tonic keeps it. */
final class NpyFormat implements EventFormat {
    private static final EventShape SHAPE = new EventShape(128, 128, 2);
    private static final String SUFFIX = ".npy";

    NpyFormat() {}

    @Override
    public String name() {
        return "dvs-gesture-npy";
    }

    @Override
    public String expects() {
        return "ibmGestureTrain|Test/USER/LABEL.npy, rows of x, y, polarity, milliseconds; 128x128";
    }

    @Override
    public boolean recognises(final FileTree tree) {
        return !tree.withSuffix(SUFFIX).isEmpty();
    }

    @Override
    public EventSet open(final FileTree tree, final EventOptions options) {
        return new FolderSet(
                name(), tree, tree.withSuffix(SUFFIX), FolderSet.ClassBy.FILE, options.shapeOr(SHAPE), new NpyReader());
    }
}
