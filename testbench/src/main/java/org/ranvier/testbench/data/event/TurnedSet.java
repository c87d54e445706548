package org.ranvier.testbench.data.event;

import java.util.List;

/** A set whose polarities are inverted, or whose columns or rows count from the other side. */
final class TurnedSet implements EventSet {
    private final EventSet set;
    private final EventOptions options;

    /**
     * @param set the set as it is; closed with this one
     * @param options what is to be turned
     */
    TurnedSet(final EventSet set, final EventOptions options) {
        this.set = set;
        this.options = options;
    }

    @Override
    public String format() {
        return set.format();
    }

    @Override
    public List<String> parts() {
        return set.parts();
    }

    @Override
    public EventSource open(final String part) {
        return new Source(set.open(part));
    }

    @Override
    public void close() {
        set.close();
    }

    private void turn(final EventSample sample, final EventShape shape) {
        for (int i = 0; i < sample.count(); i++) {
            if (options.flipX()) {
                sample.x()[i] = shape.width() - 1 - sample.x()[i];
            }
            if (options.flipY()) {
                sample.y()[i] = shape.height() - 1 - sample.y()[i];
            }
            if (options.invertPolarity() && shape.polarities() == 2) {
                sample.polarities()[i] ^= 1;
            }
        }
    }

    /** Turns every sample after it was read. */
    private final class Source implements EventSource {
        private final EventSource source;

        Source(final EventSource source) {
            this.source = source;
        }

        @Override
        public EventShape shape() {
            return source.shape();
        }

        @Override
        public int size() {
            return source.size();
        }

        @Override
        public List<String> classes() {
            return source.classes();
        }

        @Override
        public void read(final int index, final EventSample sample) {
            source.read(index, sample);
            turn(sample, source.shape());
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
