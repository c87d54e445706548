package org.ranvier.testbench.data.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.text.Printable;

/**
 * DVS128 Gesture (Amir et al. 2017): recordings of several gestures each, with a table that says when which was made, and lists of the
 * recordings of each part.
 */
final class GestureSet implements EventSet {
    private static final String LABELS = "_labels.csv";
    private static final String RECORDING = ".aedat";
    private static final int MOST_LINES = 1 << 16;
    private static final EventShape SHAPE = new EventShape(128, 128, 2);

    /** Class 1 is the first. */
    private static final List<String> GESTURES = List.of(
            "hand_clapping",
            "right_hand_wave",
            "left_hand_wave",
            "right_arm_clockwise",
            "right_arm_counter_clockwise",
            "left_arm_clockwise",
            "left_arm_counter_clockwise",
            "arm_roll",
            "air_drums",
            "air_guitar",
            "other_gestures");

    private final FileTree tree;
    private final EventOptions options;
    private final Map<String, List<Trial>> parts = new LinkedHashMap<>();

    /**
     * One gesture.
     *
     * @param file the recording it is in
     * @param label class from 0
     * @param start microseconds, the first that belong to it
     * @param end microseconds, the first that do not
     */
    record Trial(FileTree.Entry file, int label, long start, long end) {}

    /**
     * Reads lists and tables.
     *
     * @param tree the files; closed with the set
     * @param options how to read recordings
     * @throws ConfigurationException with file and line, if one is damaged or names a recording that is not there
     */
    GestureSet(final FileTree tree, final EventOptions options) {
        this.tree = tree;
        this.options = options;
        final Map<String, FileTree.Entry> recordings = new TreeMap<>();
        tree.withSuffix(RECORDING).forEach(file -> recordings.put(file.fileName(), file));
        try (ByteInput in = new ByteInput()) {
            for (final FileTree.Entry list : tree.withSuffix("trials_to_train.txt", "trials_to_test.txt")) {
                parts.put(Parts.of(list), trials(in, listed(in, list, recordings)));
            }
            if (parts.isEmpty()) {
                parts.put(Parts.ALL, trials(in, List.copyOf(recordings.values())));
            }
        }
    }

    private static List<FileTree.Entry> listed(
            final ByteInput in, final FileTree.Entry list, final Map<String, FileTree.Entry> recordings) {
        final List<FileTree.Entry> files = new ArrayList<>();
        int number = 0;
        for (final String line : lines(in, list)) {
            number++;
            if (!line.isEmpty()) {
                final FileTree.Entry file = recordings.get(line);
                if (file == null) {
                    throw new ConfigurationException(
                            list.name() + ", line " + number + ": " + Printable.of(line) + " is missing");
                }
                files.add(file);
            }
        }
        return files;
    }

    private List<Trial> trials(final ByteInput in, final List<FileTree.Entry> recordings) {
        final List<Trial> trials = new ArrayList<>();
        for (final FileTree.Entry recording : recordings) {
            final String name = recording.name();
            final String table = name.substring(0, name.length() - RECORDING.length()) + LABELS;
            final FileTree.Entry labels = tree.entries().stream()
                    .filter(entry -> entry.name().equals(table))
                    .findFirst()
                    .orElseThrow(() -> new ConfigurationException(name + ": has no table " + table));
            final List<Trial> own = new ArrayList<>();
            final List<String> rows = lines(in, labels);
            for (int i = 1; i < rows.size(); i++) {
                if (!rows.get(i).isEmpty()) {
                    own.add(trial(recording, rows.get(i), labels.name() + ", line " + (i + 1)));
                }
            }
            own.sort(Comparator.comparingLong(Trial::start));
            trials.addAll(own);
        }
        return List.copyOf(trials);
    }

    private static Trial trial(final FileTree.Entry recording, final String row, final String where) {
        if (!row.matches("\\s*\\d{1,9}\\s*,\\s*\\d{1,18}\\s*,\\s*\\d{1,18}\\s*")) {
            throw new ConfigurationException(
                    where + ": expected class,startTime_usec,endTime_usec, found " + Printable.of(row));
        }
        final String[] cells = row.strip().split("\\s*,\\s*");
        final int number =
                ConfigurationException.checkRange(where + ": class", Integer.parseInt(cells[0]), 1, GESTURES.size());
        final long start = Long.parseLong(cells[1]);
        final long end = Long.parseLong(cells[2]);
        if (end < start) {
            throw new ConfigurationException(where + ": ends at " + end + " before it starts at " + start);
        }
        return new Trial(recording, number - 1, start, end);
    }

    private static List<String> lines(final ByteInput in, final FileTree.Entry file) {
        final List<String> lines = new ArrayList<>();
        in.open(file.path(), file.name());
        while (!in.atEnd()) {
            if (lines.size() == MOST_LINES) {
                throw in.wrong("more than " + MOST_LINES + " lines");
            }
            lines.add(in.line().strip());
        }
        return lines;
    }

    @Override
    public String format() {
        return GestureFormat.NAME;
    }

    @Override
    public List<String> parts() {
        return Parts.NAMES.stream().filter(parts::containsKey).toList();
    }

    @Override
    public EventSource open(final String part) {
        return new GestureSource(
                Parts.require(parts, part, tree.root()), GESTURES, options.shapeOr(SHAPE), options.ignoreValidBit());
    }

    @Override
    public void close() {
        tree.close();
    }
}
