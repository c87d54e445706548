package org.ranvier.testbench.data.event;

import java.util.List;
import java.util.Map;

/** Spiking Heidelberg Digits and Spiking Speech Commands: an HDF5 file a part. */
final class ShdFormat implements EventFormat {
    private static final EventShape SHAPE = new EventShape(700, 1, 1);
    private static final String[] SUFFIXES = {".h5", ".hdf5", ".h5.gz", ".hdf5.gz"};

    @Override
    public String name() {
        return "shd";
    }

    @Override
    public String expects() {
        return "*train|valid|test.h5 (SHD, SSC; gz or zip too): /spikes/times in s, /spikes/units, /labels; 700 channels";
    }

    @Override
    public boolean recognises(final FileTree tree) {
        return !tree.withSuffix(SUFFIXES).isEmpty();
    }

    @Override
    public EventSet open(final FileTree tree, final EventOptions options) {
        return new ShdSet(tree, PartFiles.of(tree, tree.withSuffix(SUFFIXES), name()), options.shapeOr(SHAPE));
    }

    /** The files of a set, none of which is open. */
    private record ShdSet(FileTree tree, Map<String, FileTree.Entry> files, EventShape shape) implements EventSet {

        @Override
        public String format() {
            return "shd";
        }

        @Override
        public List<String> parts() {
            return List.copyOf(files.keySet());
        }

        @Override
        public EventSource open(final String part) {
            return ShdSource.open(Parts.require(files, part, tree.root()), shape);
        }

        @Override
        public void close() {
            tree.close();
        }
    }
}
