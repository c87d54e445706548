package org.ranvier.testbench.trace;

import java.util.List;

/** Several formats of one trace. */
final class TraceSinks implements TraceSink {
    private final TraceSink[] sinks;

    TraceSinks(final List<TraceSink> sinks) {
        this.sinks = sinks.toArray(TraceSink[]::new);
    }

    @Override
    public void take(final long cycle, final long head, final long a, final long b) {
        for (final TraceSink sink : sinks) {
            sink.take(cycle, head, a, b);
        }
    }

    @Override
    public void finish() {
        for (final TraceSink sink : sinks) {
            sink.finish();
        }
    }
}
