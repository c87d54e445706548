package org.ranvier.testbench.data.event;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ranvier.core.error.ConfigurationException;

/**
 * A set with a file per sample, in a folder per class, in a folder per part: {@code Train/7/00042.bin}. Folders of parts may be missing,
 * those of classes too (then samples have no label).
 *
 * <p>Classes named by numbers have these as labels; others are numbered in the order of their names. Samples come in the order of their
 * file names whatever their class: N-MNIST's names are MNIST's indices, so that a run through a part sees all classes mixed.
 */
final class FolderSet implements EventSet {
    private final String format;
    private final FileTree tree;
    private final EventShape shape;
    private final RecordingReader reader;
    private final List<String> classes;
    private final Map<String, List<Recording>> parts = new LinkedHashMap<>();

    /** What says the class of a file; the other name is what files are ordered by. */
    enum ClassBy {
        /** The folder that it is in: {@code Train/7/00042.bin}. */
        FOLDER(FolderSet::folderOf, FileTree.Entry::fileName),
        /** Its own name: {@code ibmGestureTrain/user01_led/7.npy}. */
        FILE(FolderSet::stemOf, FileTree.Entry::name);

        private final Function<FileTree.Entry, String> name;
        private final Function<FileTree.Entry, String> order;

        ClassBy(final Function<FileTree.Entry, String> name, final Function<FileTree.Entry, String> order) {
            this.name = name;
            this.order = order;
        }
    }

    /** One file and its label. */
    private record Recording(FileTree.Entry file, int label) {}

    /**
     * @param format the format's name
     * @param tree where the files are; closed with the set
     * @param files those that are samples
     * @param classBy what says their classes
     * @param shape where events come from
     * @param reader decodes a file
     * @throws ConfigurationException if there are no files
     */
    FolderSet(
            final String format,
            final FileTree tree,
            final List<FileTree.Entry> files,
            final ClassBy classBy,
            final EventShape shape,
            final RecordingReader reader) {
        if (files.isEmpty()) {
            throw new ConfigurationException(tree.root() + ": holds no recordings of format " + format);
        }
        this.format = format;
        this.tree = tree;
        this.shape = shape;
        this.reader = reader;
        final Map<String, Integer> labels = ClassNames.labels(
                files.stream().map(classBy.name).filter(name -> !name.isEmpty()).toList());
        this.classes = ClassNames.inOrder(labels);
        for (final String part : Parts.NAMES) {
            final List<Recording> recordings = files.stream()
                    .filter(file -> Parts.of(file).equals(part))
                    .map(file ->
                            new Recording(file, labels.getOrDefault(classBy.name.apply(file), EventSample.UNLABELLED)))
                    .sorted(Comparator.comparing(recording -> classBy.order.apply(recording.file())))
                    .toList();
            if (!recordings.isEmpty()) {
                parts.put(part, recordings);
            }
        }
    }

    private static String folderOf(final FileTree.Entry file) {
        final List<String> folders = file.folders();
        final String last = folders.isEmpty() ? "" : folders.get(folders.size() - 1);
        return Parts.isPart(last) || last.endsWith(".zip") ? "" : last;
    }

    private static String stemOf(final FileTree.Entry file) {
        return file.fileName().substring(0, file.fileName().lastIndexOf('.'));
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public List<String> parts() {
        return List.copyOf(parts.keySet());
    }

    @Override
    public EventSource open(final String part) {
        return new Source(Parts.require(parts, part, tree.root()));
    }

    @Override
    public void close() {
        tree.close();
    }

    /** Opens a file when a sample is read, and keeps it for as long. */
    private final class Source implements EventSource {
        private final List<Recording> recordings;
        private final ByteInput in = new ByteInput();

        Source(final List<Recording> recordings) {
            this.recordings = recordings;
        }

        @Override
        public EventShape shape() {
            return shape;
        }

        @Override
        public int size() {
            return recordings.size();
        }

        @Override
        public List<String> classes() {
            return classes;
        }

        @Override
        public void read(final int index, final EventSample sample) {
            final Recording recording = recordings.get(index);
            final String origin = recording.file().name();
            sample.begin(origin, recording.label());
            in.open(recording.file().path(), origin);
            reader.read(in, sample);
            in.close();
        }

        @Override
        public void close() {
            in.close();
        }
    }
}
