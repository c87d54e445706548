package org.ranvier.testbench.data.event;

/** N-MNIST, {@code Train/7/00042.bin}, and N-Caltech101, {@code airplanes/image_0001.bin}, in folders or zip archives. */
final class BinFormat implements EventFormat {
    /** 34 x 34 pixels, three saccades. */
    static final BinFormat N_MNIST = new BinFormat(
            "n-mnist",
            "Train|Test/CLASS/*.bin with 40 bits an event, in folders or zip archives; 34x34",
            new EventShape(34, 34, 2),
            new BinReader(false));

    /** Up to 240 x 180 pixels. Nothing in the files tells them from N-MNIST's: they have to be asked for. */
    static final BinFormat N_CALTECH = new BinFormat(
            "n-caltech101",
            "CLASS/*.bin as N-MNIST's, with marks of overflow; 240x180 (only with --format n-caltech101)",
            new EventShape(240, 180, 2),
            new BinReader(true));

    private static final String SUFFIX = ".bin";

    private final String name;
    private final String expects;
    private final EventShape shape;
    private final BinReader reader;

    private BinFormat(final String name, final String expects, final EventShape shape, final BinReader reader) {
        this.name = name;
        this.expects = expects;
        this.shape = shape;
        this.reader = reader;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String expects() {
        return expects;
    }

    @Override
    public boolean recognises(final FileTree tree) {
        return !tree.withSuffix(SUFFIX).isEmpty();
    }

    @Override
    public EventSet open(final FileTree tree, final EventOptions options) {
        return new FolderSet(
                name, tree, tree.withSuffix(SUFFIX), FolderSet.ClassBy.FOLDER, options.shapeOr(shape), reader);
    }
}
