package org.ranvier.testbench.data.event;

/** N-MNIST: {@code Train/7/00042.bin}, in folders or zip archives. */
final class BinFormat implements EventFormat {
    private static final EventShape SHAPE = new EventShape(34, 34, 2);

    @Override
    public String name() {
        return "n-mnist";
    }

    @Override
    public String expects() {
        return "Train|Test/CLASS/*.bin with 40 bits an event, in folders or zip archives; 34x34";
    }

    @Override
    public boolean recognises(final FileTree tree) {
        return !tree.withSuffix(".bin").isEmpty();
    }

    @Override
    public EventSet open(final FileTree tree, final EventOptions options) {
        return new FolderSet(name(), tree, tree.withSuffix(".bin"), options.shapeOr(SHAPE), new BinReader(false));
    }
}
