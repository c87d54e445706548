package org.ranvier.testbench.regress.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.ExecutionMonitor;
import org.ranvier.core.packet.Packet;
import org.ranvier.testbench.regress.operand.OperandReader;
import org.ranvier.testbench.regress.operand.Operands;
import org.ranvier.testbench.regress.operand.Sums;

/** Turns what a core does into the events of its three streams. */
public final class CoreWitness implements ExecutionMonitor {
    private final List<Operands> code;
    private final Operands[] inline = new Operands[Packet.MAX_KIND + 1];
    private final EventSink arrivals;
    private final EventSink receiver;
    private final EventSink sequencer;
    private final Event event = new Event();
    private final int[] scratch;
    private long sent;
    private long sentUntil;
    private long packetsSent;

    /**
     * Prepares to watch a core.
     *
     * @param code operands of its instructions, by address
     * @param inline operands of its inline instructions, by packet kind
     * @param arrivals takes what reaches the in-queue
     * @param receiver takes what the receive unit does
     * @param sequencer takes what the sequencer does
     */
    public CoreWitness(
            final List<Operands> code,
            final Map<Integer, Operands> inline,
            final EventSink arrivals,
            final EventSink receiver,
            final EventSink sequencer) {
        this.code = code;
        inline.forEach((kind, operands) -> this.inline[kind] = operands);
        this.arrivals = arrivals;
        this.receiver = receiver;
        this.sequencer = sequencer;
        int most = 1;
        final List<Operands> all = new ArrayList<>(code);
        all.addAll(inline.values());
        for (final Operands operands : all) {
            for (final List<OperandReader> readers : List.of(operands.sources(), operands.results())) {
                most = Math.max(
                        most,
                        readers.stream().mapToInt(OperandReader::capacity).max().orElse(1));
            }
        }
        scratch = new int[most];
    }

    @Override
    public void received(final Core core, final long packet, final long cycle) {
        arrivals.accept(event.begin(EventKind.ARRIVED, cycle).with(packet), null);
    }

    @Override
    public void serving(final Core core, final long packet, final long cycle) {
        final Operands instruction = inline[Packet.kind(packet)];
        event.begin(EventKind.SERVING, cycle).with(packet);
        read(instruction.sources());
        receiver.accept(event, instruction);
    }

    @Override
    public void served(final Core core, final long packet, final long cycle, final int cycles) {
        final Operands instruction = inline[Packet.kind(packet)];
        event.begin(EventKind.SERVED, cycle).with(packet).lasting(cycles);
        read(instruction.results());
        receiver.accept(event, instruction);
    }

    @Override
    public void dropped(final Core core, final long packet, final long cycle) {
        receiver.accept(event.begin(EventKind.DROPPED, cycle).with(packet), null);
    }

    @Override
    public void dispatched(final Core core, final int address, final long packet, final long cycle, final int cycles) {
        tellSent();
        event.begin(EventKind.DISPATCHED, cycle).at(address).with(packet).lasting(cycles);
        sequencer.accept(event, null);
    }

    @Override
    public void issuing(final Core core, final int address, final long cycle) {
        tellSent();
        final Operands instruction = code.get(address);
        event.begin(EventKind.ISSUING, cycle).at(address);
        read(instruction.sources());
        sequencer.accept(event, instruction);
    }

    @Override
    public void issued(final Core core, final int address, final long cycle, final int cycles) {
        final Operands instruction = code.get(address);
        event.begin(EventKind.ISSUED, cycle).at(address).lasting(cycles);
        read(instruction.results());
        sequencer.accept(event, instruction);
    }

    /** {@inheritDoc} How many at a time is the simulator's business; they are told together before what comes next. */
    @Override
    public void sent(final Core core, final int address, final int packets, final long cycle, final int cycles) {
        sent += packets;
        packetsSent += packets;
        sentUntil = cycle + cycles;
    }

    private void tellSent() {
        if (sent > 0) {
            final long packets = sent;
            sent = 0;
            sequencer.accept(event.begin(EventKind.SENT, sentUntil).lasting(packets), null);
        }
    }

    /**
     * Ends a sample.
     *
     * @param cycle the current cycle
     */
    public void end(final long cycle) {
        tellSent();
        arrivals.accept(event.begin(EventKind.END, cycle), null);
        receiver.accept(event.begin(EventKind.END, cycle), null);
        sequencer.accept(event.begin(EventKind.END, cycle), null);
    }

    /** @return packets that the core has queued for sending since it was built */
    public long packetsSent() {
        return packetsSent;
    }

    private void read(final List<OperandReader> readers) {
        for (int i = 0; i < readers.size(); i++) {
            read(readers.get(i));
        }
    }

    private void read(final OperandReader reader) {
        try {
            final int n = reader.read(scratch);
            final Sums sums = event.add(reader.location());
            if (reader.scalar()) {
                sums.scalar(scratch[0]);
            } else {
                sums.of(scratch, n);
            }
        } catch (final IndexOutOfBoundsException e) {
            // A register names what is not there: the instruction itself is going to say so.
            event.add(OperandReader.NOWHERE).scalar(0);
        }
    }
}
