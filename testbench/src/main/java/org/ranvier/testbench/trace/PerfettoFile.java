package org.ranvier.testbench.trace;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.ranvier.testbench.trace.PerfettoSchema.Event;
import org.ranvier.testbench.trace.PerfettoSchema.Packet;

/**
 * A Perfetto trace as it is written: packets of the official schema. What is written once is put together
 * as messages; events, of which there are millions, are written field by field, without making objects.
 */
final class PerfettoFile {
    private static final int SEQUENCE = 1;
    private static final int MOST_ARGUMENTS = 4;

    /** What every packet with an event says beside that. */
    private static final byte[] EVENT_OF_SEQUENCE =
            packet().number(Packet.SEQUENCE_FLAGS, Packet.NEEDS_STATE).encoded();

    private static final int FLOW_BYTES = CodedOutputStream.computeFixed64Size(Event.FLOWS, 0);

    private final TraceFile file;
    private final CodedOutputStream out;
    private final int[] argumentNames = new int[MOST_ARGUMENTS];
    private final long[] argumentValues = new long[MOST_ARGUMENTS];
    private int arguments;
    private long firstFlow;
    private int flows;
    private int flowField;

    PerfettoFile(final TraceFile file) {
        this.file = file;
        out = CodedOutputStream.newInstance(new OutputStream() {
            @Override
            public void write(final int value) {
                file.put(value);
            }

            @Override
            public void write(final byte[] bytes, final int from, final int length) {
                file.bytes(bytes, from, length);
            }
        });
    }

    /** Begins the sequence of packets with the names that events use. */
    void begin(final ProtoMessage names) {
        write(packet().number(Packet.FIRST_ON_SEQUENCE, 1)
                .number(Packet.SEQUENCE_FLAGS, Packet.STATE_CLEARED)
                .message(Packet.INTERNED_DATA, names));
    }

    /** Declares a track. */
    void track(final ProtoMessage track) {
        write(packet().message(Packet.TRACK_DESCRIPTOR, track));
    }

    private static ProtoMessage packet() {
        return new ProtoMessage().number(Packet.SEQUENCE_ID, SEQUENCE);
    }

    private void write(final ProtoMessage packet) {
        try {
            out.writeByteArray(PerfettoSchema.PACKET, packet.encoded());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the next event an argument. */
    void argument(final int name, final long value) {
        argumentNames[arguments] = name;
        argumentValues[arguments++] = value;
    }

    /** Lets arrows begin at the next event, as many as are to have numbers from {@code first} on. */
    void flowsFrom(final long first, final int count) {
        flowField = Event.FLOWS;
        firstFlow = first;
        flows = count;
    }

    /** Lets an arrow end at the next event. */
    void flowTo(final long flow) {
        flowField = Event.TERMINATING_FLOWS;
        firstFlow = flow;
        flows = 1;
    }

    /**
     * Writes an event.
     *
     * @param time in ns
     * @param event the event without the arguments and arrows that it was given, encoded
     */
    void event(final long time, final byte[] event) {
        try {
            int size = event.length + flows * FLOW_BYTES;
            for (int i = 0; i < arguments; i++) {
                final int length = argumentSize(i);
                size += CodedOutputStream.computeTagSize(Event.ARGUMENTS)
                        + CodedOutputStream.computeUInt32SizeNoTag(length)
                        + length;
            }
            header(time, size);
            out.writeRawBytes(event);
            for (int i = 0; i < arguments; i++) {
                writeArgument(i);
            }
            for (int i = 0; i < flows; i++) {
                out.writeFixed64(flowField, firstFlow + i);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        forget();
    }

    /** Takes back the arguments and arrows of the next event. */
    void forget() {
        arguments = 0;
        flows = 0;
    }

    private int argumentSize(final int i) {
        return CodedOutputStream.computeUInt64Size(Event.ARGUMENT_NAME_IID, argumentNames[i])
                + CodedOutputStream.computeInt64Size(Event.ARGUMENT_INT, argumentValues[i]);
    }

    private void writeArgument(final int i) throws IOException {
        out.writeTag(Event.ARGUMENTS, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(argumentSize(i));
        out.writeUInt64(Event.ARGUMENT_NAME_IID, argumentNames[i]);
        out.writeInt64(Event.ARGUMENT_INT, argumentValues[i]);
    }

    /**
     * Writes a counter's value.
     *
     * @param time in ns
     * @param event the event without the value, encoded
     * @param value the value
     */
    void count(final long time, final byte[] event, final long value) {
        try {
            header(time, event.length + CodedOutputStream.computeInt64Size(Event.COUNTER_VALUE, value));
            out.writeRawBytes(event);
            out.writeInt64(Event.COUNTER_VALUE, value);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a counter's value that is no whole number. */
    void level(final long time, final byte[] event, final double value) {
        try {
            header(time, event.length + CodedOutputStream.computeDoubleSize(Event.DOUBLE_COUNTER_VALUE, value));
            out.writeRawBytes(event);
            out.writeDouble(Event.DOUBLE_COUNTER_VALUE, value);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a packet up to its event, of which the size is known. */
    private void header(final long time, final int size) throws IOException {
        final int length = CodedOutputStream.computeUInt64Size(Packet.TIMESTAMP, time)
                + EVENT_OF_SEQUENCE.length
                + CodedOutputStream.computeTagSize(Packet.TRACK_EVENT)
                + CodedOutputStream.computeUInt32SizeNoTag(size)
                + size;
        out.writeTag(PerfettoSchema.PACKET, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(length);
        out.writeUInt64(Packet.TIMESTAMP, time);
        out.writeRawBytes(EVENT_OF_SEQUENCE);
        out.writeTag(Packet.TRACK_EVENT, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(size);
    }

    void finish() {
        try {
            out.flush();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        file.finish();
    }
}
