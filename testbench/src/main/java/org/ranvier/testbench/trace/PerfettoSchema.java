package org.ranvier.testbench.trace;

/**
 * Numbers of the fields that are written, of the messages in {@code protos/perfetto/trace} of Perfetto. The tests read what is written by the
 * schema itself.
 */
final class PerfettoSchema {
    /** Of {@code Trace}. */
    static final int PACKET = 1;

    private PerfettoSchema() {}

    /** Of {@code TracePacket}. */
    static final class Packet {
        static final int TIMESTAMP = 8;
        static final int SEQUENCE_ID = 10;
        static final int TRACK_EVENT = 11;
        static final int INTERNED_DATA = 12;
        static final int SEQUENCE_FLAGS = 13;
        static final int TRACK_DESCRIPTOR = 60;
        static final int FIRST_ON_SEQUENCE = 87;

        /** Of the flags: what was said before is void; what was said before is needed. */
        static final int STATE_CLEARED = 1;

        static final int NEEDS_STATE = 2;

        private Packet() {}
    }

    /** Of {@code InternedData}, and of what it holds. */
    static final class Interned {
        static final int EVENT_NAMES = 2;
        static final int ARGUMENT_NAMES = 3;
        static final int IID = 1;
        static final int NAME = 2;

        private Interned() {}
    }

    /** Of {@code TrackDescriptor}, and of {@code ProcessDescriptor} and {@code CounterDescriptor} in it. */
    static final class Track {
        static final int UUID = 1;
        static final int NAME = 2;
        static final int PROCESS = 3;
        static final int PARENT_UUID = 5;
        static final int COUNTER = 8;
        static final int CHILD_ORDERING = 11;
        static final int RANK = 12;
        static final int PROCESS_PID = 1;
        static final int PROCESS_NAME = 6;
        static final int COUNTER_UNIT_NAME = 6;

        /** Of the orderings: children in the order of their ranks. */
        static final int EXPLICIT = 3;

        private Track() {}
    }

    /** Of {@code TrackEvent}, and of {@code DebugAnnotation} in it. */
    static final class Event {
        static final int ARGUMENTS = 4;
        static final int TYPE = 9;
        static final int NAME_IID = 10;
        static final int TRACK_UUID = 11;
        static final int COUNTER_VALUE = 30;
        static final int DOUBLE_COUNTER_VALUE = 44;
        static final int FLOWS = 47;
        static final int TERMINATING_FLOWS = 48;
        static final int ARGUMENT_NAME_IID = 1;
        static final int ARGUMENT_INT = 4;
        static final int ARGUMENT_TEXT = 6;

        /** Of the types. */
        static final int SLICE_BEGIN = 1;

        static final int SLICE_END = 2;
        static final int COUNTER = 4;

        private Event() {}
    }
}
