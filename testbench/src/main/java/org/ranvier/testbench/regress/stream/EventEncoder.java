package org.ranvier.testbench.regress.stream;

import org.ranvier.core.packet.Packet;
import org.ranvier.testbench.regress.operand.Operands;
import org.ranvier.testbench.regress.operand.Sums;

/**
 * Writes the events of a stream: cycles as differences, addresses only when they do not follow the last, operands only when they
 * are not what they were when they were last met.
 */
public final class EventEncoder implements EventSink {
    /** Pieces end with the sample once they are as long as this. */
    static final int PIECE = 1 << 16;

    /** Pieces end with the event once they are as long as this. */
    static final int LONGEST_PIECE = 1 << 18;

    /** Set in an event's first byte when its address follows the last one. */
    static final int FOLLOWS = 0x80;

    /** How an operand is written, two bits: as predicted, as one number, as three. */
    static final int PREDICTED = 0;

    static final int NUMBER = 1;
    static final int VECTOR = 2;
    static final int FORM_BITS = 2;
    static final int FORM_MASK = 3;

    private final Packer out = new Packer();
    private final ByteSink sink;
    private final Predictions predictions;
    private long cycle;
    private int address;
    private long events;
    private long instructions;

    /**
     * Begins a stream.
     *
     * @param slots operands whose last sums are remembered
     * @param sink takes the pieces
     */
    public EventEncoder(final int slots, final ByteSink sink) {
        this.predictions = new Predictions(slots);
        this.sink = sink;
    }

    @Override
    public void accept(final Event event, final Operands instruction) {
        events++;
        instructions += event.kind == EventKind.ISSUED || event.kind == EventKind.SERVED ? 1 : 0;
        final boolean follows = event.kind.hasAddress() && event.address == address + 1;
        out.put(event.kind.ordinal() | (follows ? FOLLOWS : 0));
        out.putSigned(event.cycle - cycle);
        cycle = event.cycle;
        if (event.kind.hasAddress()) {
            address = event.address;
            if (!follows) {
                out.putUnsigned(address);
            }
        }
        if (event.kind == EventKind.HASHED) {
            out.putWord(event.packet);
        } else if (event.kind.hasPacket()) {
            out.putUnsigned(event.packet >>> Integer.SIZE);
            out.putSigned(Packet.payload(event.packet));
        }
        if (event.kind.hasCount()) {
            out.putUnsigned(event.count);
        }
        if (event.kind.hasOperands()) {
            operands(event);
        }
        if (out.size() >= LONGEST_PIECE || event.kind == EventKind.END && out.size() >= PIECE) {
            flush();
        }
    }

    private void operands(final Event event) {
        long forms = 0;
        for (int i = 0; i < event.operands; i++) {
            // Remembered at once, since the reader does so before it comes to the next operand, which may take the same
            // slot.
            final int form = form(event, i);
            forms |= (long) form << i * FORM_BITS;
            if (form != PREDICTED) {
                predictions.put(event.location(i), event.sums(i));
            }
        }
        out.put(event.operands);
        out.putUnsigned(forms);
        for (int i = 0; i < event.operands; i++) {
            final Sums sums = event.sums(i);
            final int form = (int) (forms >>> i * FORM_BITS) & FORM_MASK;
            if (form != PREDICTED) {
                out.putSigned(sums.plain);
                if (form == VECTOR) {
                    out.putSigned(sums.weighted);
                    out.putWord(sums.hash);
                }
            }
        }
    }

    private int form(final Event event, final int operand) {
        final Sums sums = event.sums(operand);
        if (predictions.hit(event.location(operand), sums)) {
            return PREDICTED;
        }
        return sums.weighted == 0 && sums.hash == 0 ? NUMBER : VECTOR;
    }

    /** Hands over what has been written so far. */
    public void flush() {
        if (out.size() > 0) {
            sink.piece(out.bytes(), out.size());
            out.clear();
        }
    }

    /** @return events written so far */
    public long events() {
        return events;
    }

    /** @return instructions among them that have been run */
    public long instructions() {
        return instructions;
    }
}
