package org.ranvier.testbench.data.event;

import java.util.List;

/** Recordings in AEDAT 3.1, a sample a file. */
final class Aedat3Format implements EventFormat {
    private static final String SUFFIX = ".aedat";
    private static final String BEGINNING = "#!AER-DAT3.";

    Aedat3Format() {}

    @Override
    public String name() {
        return "aedat3";
    }

    @Override
    public String expects() {
        return "CLASS/*.aedat or single files in AEDAT 3.1; pixels of the sensor that the first file names";
    }

    @Override
    public boolean recognises(final FileTree tree) {
        final List<FileTree.Entry> files = tree.withSuffix(SUFFIX);
        try (ByteInput in = new ByteInput()) {
            return !files.isEmpty() && beginsRight(in, files.get(0));
        }
    }

    private static boolean beginsRight(final ByteInput in, final FileTree.Entry file) {
        in.open(file.path(), file.name());
        for (int i = 0; i < BEGINNING.length(); i++) {
            if (in.atEnd() || in.u8() != BEGINNING.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public EventSet open(final FileTree tree, final EventOptions options) {
        final List<FileTree.Entry> files = tree.withSuffix(SUFFIX);
        return new FolderSet(
                name(),
                tree,
                files,
                FolderSet.ClassBy.FOLDER,
                files.isEmpty() || options.shape() != null ? options.shape() : shapeOf(files.get(0)),
                (in, sample) -> read(new Aedat3Stream(in, options.ignoreValidBit()), sample));
    }

    private static EventShape shapeOf(final FileTree.Entry file) {
        try (ByteInput in = new ByteInput()) {
            in.open(file.path(), file.name());
            return new Aedat3Stream(in, false).shape();
        }
    }

    private static void read(final Aedat3Stream events, final EventSample sample) {
        long first = -1;
        while (events.next()) {
            first = first < 0 ? events.time() : first;
            sample.add(events.time() - first, events.x(), events.y(), events.polarity());
        }
    }
}
