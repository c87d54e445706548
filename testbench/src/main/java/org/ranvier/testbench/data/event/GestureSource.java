package org.ranvier.testbench.data.event;

import java.util.List;

/** Gestures cut out of their recordings. A recording is read once as long as its gestures are asked for in their order. */
final class GestureSource implements EventSource {
    private final List<GestureSet.Trial> trials;
    private final List<String> classes;
    private final EventShape shape;
    private final boolean ignoreValidBit;
    private final ByteInput in = new ByteInput();
    private FileTree.Entry file;
    private Aedat3Stream events;
    private boolean more;
    private long reached;

    /**
     * @param trials the gestures, those of a recording one after another
     * @param classes names of the gestures
     * @param shape pixels
     * @param ignoreValidBit whether events marked as not valid count
     */
    GestureSource(
            final List<GestureSet.Trial> trials,
            final List<String> classes,
            final EventShape shape,
            final boolean ignoreValidBit) {
        this.trials = trials;
        this.classes = classes;
        this.shape = shape;
        this.ignoreValidBit = ignoreValidBit;
    }

    @Override
    public EventShape shape() {
        return shape;
    }

    @Override
    public int size() {
        return trials.size();
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public void read(final int index, final EventSample sample) {
        final GestureSet.Trial trial = trials.get(index);
        sample.begin(trial.file().name() + ", from " + trial.start() + " us", trial.label());
        if (!trial.file().equals(file) || trial.start() < reached) {
            open(trial.file());
        }
        reached = trial.end();
        while (more && events.time() < trial.end()) {
            if (events.time() >= trial.start()) {
                sample.add(events.time() - trial.start(), events.x(), events.y(), events.polarity());
            }
            advance();
        }
    }

    private void open(final FileTree.Entry recording) {
        file = null;
        in.open(recording.path(), recording.name());
        events = new Aedat3Stream(in, ignoreValidBit);
        reached = 0;
        file = recording;
        advance();
    }

    /** A damaged recording is opened again for the next gesture, which may lie before the damage. */
    private void advance() {
        final FileTree.Entry recording = file;
        file = null;
        more = events.next();
        file = recording;
    }

    @Override
    public void close() {
        in.close();
    }
}
