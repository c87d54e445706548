package org.ranvier.testbench.regress.stream;

import org.ranvier.testbench.regress.operand.Sums;

/** Reads the events that an {@link EventEncoder} wrote. */
public final class EventDecoder {
    private static final EventKind[] KINDS = EventKind.values();

    private final Unpacker in;
    private final Predictions predictions;
    private long cycle;
    private int address;
    private long packet;

    /**
     * Begins a stream.
     *
     * @param slots as many as the encoder had
     * @param source gives the pieces
     */
    public EventDecoder(final int slots, final ByteSource source) {
        this.predictions = new Predictions(slots);
        this.in = new Unpacker(source);
    }

    /**
     * Reads an event without its operands.
     *
     * @param into gets it
     * @return false after the last event
     */
    public boolean next(final Event into) {
        if (in.isAtEnd()) {
            return false;
        }
        final int first = in.get();
        into.begin(KINDS[first & ~EventEncoder.FOLLOWS], cycle += in.getSigned());
        if (into.kind.hasAddress()) {
            address = (first & EventEncoder.FOLLOWS) != 0 ? address + 1 : (int) in.getUnsigned();
        }
        if (into.kind == EventKind.HASHED) {
            packet = in.getWord();
        } else if (into.kind.hasPacket()) {
            packet = in.getUnsigned() << Integer.SIZE | in.getSigned() & 0xFFFFFFFFL;
        }
        into.address = into.kind.hasAddress() || into.kind == EventKind.ISSUED ? address : 0;
        into.packet = into.kind.hasPacket() || into.kind == EventKind.SERVED ? packet : 0;
        if (into.kind.hasCount()) {
            into.count = in.getUnsigned();
        }
        return true;
    }

    /**
     * Reads the operands of the event that was read last.
     *
     * @param into gets them
     * @param found the same event of the run under way, which tells where the operands are
     * @return false when it has another number of operands; nothing can be read after that
     */
    public boolean operands(final Event into, final Event found) {
        final int count = in.get();
        if (count != found.operands) {
            return false;
        }
        final long forms = in.getUnsigned();
        for (int i = 0; i < count; i++) {
            final long location = found.location(i);
            final Sums sums = into.add(location);
            final int form = (int) (forms >>> i * EventEncoder.FORM_BITS) & EventEncoder.FORM_MASK;
            if (form == EventEncoder.PREDICTED) {
                predictions.get(location, sums);
            } else {
                sums.scalar(in.getSigned());
                if (form == EventEncoder.VECTOR) {
                    sums.weighted = in.getSigned();
                    sums.hash = in.getWord();
                }
                predictions.put(location, sums);
            }
        }
        return true;
    }
}
