package org.ranvier.testbench.data.event;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.event.hdf.HdfColumn;
import org.ranvier.testbench.data.event.hdf.HdfInput;
import org.ranvier.testbench.data.event.hdf.HdfLists;
import org.ranvier.testbench.text.Printable;

/** One file of SHD or SSC (Cramer et al. 2020): lists of times and units, a pair a sample. */
final class ShdSource implements EventSource {
    private static final String TIMES = "spikes/times";
    private static final String UNITS = "spikes/units";
    private static final String LABELS = "labels";
    private static final String KEYS = "extra/keys";
    private static final int MOST_CLASSES = 1 << 16;
    private static final double MICROSECONDS = 1e6;

    /** Seconds that a time can have on either side of 0: more than thirty years. */
    private static final double MOST_SECONDS = 1e9;

    private final Unpacked content;
    private final HdfInput input;
    private final String origin;
    private final EventShape shape;
    private final HdfLists times;
    private final HdfLists units;
    private final HdfColumn labels;
    private final List<String> classes;

    private ShdSource(final Unpacked content, final HdfInput input, final String origin, final EventShape shape) {
        this.content = content;
        this.input = input;
        this.origin = origin;
        this.shape = shape;
        this.times = input.column(TIMES).lists();
        this.units = input.column(UNITS).lists();
        this.labels = input.column(LABELS);
        if (times.count() != units.count() || times.count() != labels.count()) {
            throw new ConfigurationException(origin + ": has " + times.count() + " lists of times, " + units.count()
                    + " of units and " + labels.count() + " labels, expected as many of each");
        }
        if (!units.integers()) {
            throw new ConfigurationException(origin + ": /" + UNITS + ": holds floats, expected integers");
        }
        this.classes = readClasses();
    }

    /**
     * Opens a file.
     *
     * @param file the file, compressed or not
     * @param shape channels
     * @return its samples
     * @throws ConfigurationException in one line, if it is not what it should be
     */
    static ShdSource open(final FileTree.Entry file, final EventShape shape) {
        final Unpacked content = Unpacked.of(file.path(), file.name());
        HdfInput input = null;
        try {
            input = HdfInput.open(content.path(), file.name());
            return new ShdSource(content, input, file.name(), shape);
        } catch (final ConfigurationException e) {
            if (input != null) {
                input.close();
            }
            content.close();
            throw e;
        }
    }

    /** As many as there are keys or labels, whichever are more; the names are the keys, if the file has such. */
    private List<String> readClasses() {
        int most = -1;
        for (int i = 0; i < labels.count(); i++) {
            most = Math.max(most, label(i));
        }
        final List<String> names = new ArrayList<>();
        if (input.has(KEYS)) {
            final HdfColumn keys = input.column(KEYS);
            for (int i = 0; keys.isText() && i < Math.min(MOST_CLASSES, keys.count()); i++) {
                names.add(Printable.of(keys.text(i)));
            }
        }
        return names.size() > most ? List.copyOf(names) : ClassNames.numbers(most + 1);
    }

    private int label(final int index) {
        final long label = labels.integer(index);
        if (label < 0 || label >= MOST_CLASSES) {
            throw new ConfigurationException(origin + ": /" + LABELS + ", sample " + index + ": label " + label
                    + " is out of range, expected 0.." + (MOST_CLASSES - 1));
        }
        return (int) label;
    }

    @Override
    public EventShape shape() {
        return shape;
    }

    @Override
    public int size() {
        return times.count();
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public void read(final int index, final EventSample sample) {
        sample.begin(origin + ", sample " + index, label(index));
        final int count = times.begin(index);
        final int unitCount = units.begin(index);
        if (count != unitCount) {
            throw new ConfigurationException(sample.origin() + ": has " + count + " times and " + unitCount
                    + " units, expected as many of each");
        }
        for (int i = 0; i < count; i++) {
            // Half floats end at 65504: only as doubles can seconds become microseconds.
            final double seconds = times.nextReal();
            if (!(Math.abs(seconds) <= MOST_SECONDS)) {
                throw new ConfigurationException(sample.origin() + ": time " + i + " is " + seconds + " seconds");
            }
            final long unit = units.nextInteger();
            final int channel = unit == (int) unit ? (int) unit : -1;
            sample.add(Math.round(seconds * MICROSECONDS), channel, 0, 0);
        }
    }

    @Override
    public void close() {
        input.close();
        content.close();
    }
}
