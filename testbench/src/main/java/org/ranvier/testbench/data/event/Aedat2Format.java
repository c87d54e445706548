package org.ranvier.testbench.data.event;

/** Recordings in AEDAT 2.0: CIFAR10-DVS, MNIST-DVS, or what jAER writes. */
final class Aedat2Format implements EventFormat {
    private static final EventShape SHAPE = new EventShape(128, 128, 2);
    private static final String[] SUFFIXES = {".aedat", ".dat"};

    Aedat2Format() {}

    @Override
    public String name() {
        return "aedat2";
    }

    @Override
    public String expects() {
        return "CLASS/*.aedat|dat (CIFAR10-DVS) or single files in AEDAT 2.0, jAER's addresses of a DVS128; 128x128";
    }

    @Override
    public boolean recognises(final FileTree tree) {
        return !tree.withSuffix(SUFFIXES).isEmpty();
    }

    @Override
    public EventSet open(final FileTree tree, final EventOptions options) {
        return new FolderSet(
                name(),
                tree,
                tree.withSuffix(SUFFIXES),
                FolderSet.ClassBy.FOLDER,
                options.shapeOr(SHAPE),
                new Aedat2Reader());
    }
}
