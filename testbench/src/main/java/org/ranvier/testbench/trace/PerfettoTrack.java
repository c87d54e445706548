package org.ranvier.testbench.trace;

import java.util.Arrays;
import org.ranvier.testbench.trace.PerfettoSchema.Event;

/** The events of a track, encoded as far as they are always the same. */
final class PerfettoTrack {
    private final long uuid;
    private final byte[] end;
    private final byte[] count;
    private byte[][] begins = new byte[0][];

    PerfettoTrack(final long uuid) {
        this.uuid = uuid;
        end = event(Event.SLICE_END).encoded();
        count = event(Event.COUNTER).encoded();
    }

    private ProtoMessage event(final int type) {
        return new ProtoMessage().number(Event.TYPE, type).number(Event.TRACK_UUID, uuid);
    }

    /** @return the beginning of a slice, to which more can be added */
    ProtoMessage slice(final int name) {
        return event(Event.SLICE_BEGIN).number(Event.NAME_IID, name);
    }

    /** @return the beginning of a slice */
    byte[] begin(final int name) {
        if (name >= begins.length) {
            begins = Arrays.copyOf(begins, 2 * name);
        }
        if (begins[name] == null) {
            begins[name] = slice(name).encoded();
        }
        return begins[name];
    }

    /** @return the end of a slice */
    byte[] end() {
        return end;
    }

    /** @return a counter's event, without its value */
    byte[] count() {
        return count;
    }
}
