package org.ranvier.rpu.compound;

import java.util.function.IntConsumer;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;
import org.ranvier.rpu.cell.CellEvents;

/**
 * One step of a transfer compound's chain: reads rows of one device, one after the other, and pulses what the rule makes of
 * them into the next device.
 */
final class TransferStage implements Stateful {
    private static final int WHICH_ROW = 0;
    private static final int WHETHER_RESET = 1;

    private final ArraySite site;
    private final PartReader from;
    private final PartWriter to;
    private final TransferRule rule;
    private final TransferPlan plan;
    private final RowReset reset;
    private final long every;
    private int next;
    private long reads;
    private long slots;

    /**
     * @param site address of the stage's decisions
     * @param from reads the device
     * @param to pulses the next device
     * @param rule what becomes of a read-out
     * @param plan how many rows, and which
     * @param reset resets the device that was read
     * @param every updates from one transfer to the next, 0 for never
     */
    TransferStage(
            final ArraySite site,
            final PartReader from,
            final PartWriter to,
            final TransferRule rule,
            final TransferPlan plan,
            final RowReset reset,
            final long every) {
        this.site = site;
        this.from = from;
        this.to = to;
        this.rule = rule;
        this.plan = plan;
        this.reset = reset;
        this.every = every;
    }

    /** @return whether a transfer follows the update of that number, counted from 1 */
    boolean due(final long update) {
        return every > 0 && update % every == 0;
    }

    /**
     * Transfers as many rows as planned.
     *
     * @param rate learning rate of the transfer, 0 or more; nothing happens at 0 but that the rows pass
     * @param changed is told of every row that was transferred
     * @param events is told of reads, pulses and transfers
     */
    void run(final double rate, final IntConsumer changed, final CellEvents events) {
        final int rows = site.rows();
        final int first = plan.random() ? (int) (site.uniform(Purpose.CHOICE, WHICH_ROW, reads) * rows) : next;
        for (int i = 0; i < plan.rows() && rate > 0; i++) {
            final int row = (first + i) % rows;
            transfer(row, rate, events);
            changed.accept(row);
        }
        next = (first + plan.rows()) % rows;
    }

    private void transfer(final int row, final double rate, final CellEvents events) {
        final float[] values = from.read(row, events);
        if (site.uniform(Purpose.CHOICE, WHETHER_RESET, reads) < plan.resetChance()) {
            reset.whole(row, reads);
        }
        reads++;
        final double writing = rule.convert(row, values, rate);
        if (writing > 0) {
            slots = to.row(row, values, writing, slots, events);
        }
        events.transfer();
    }

    @Override
    public void save(final StateWriter out) {
        out.putInt(next).putLong(reads).putLong(slots);
        from.save(out);
        rule.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        next = in.getInt();
        reads = in.getLong();
        slots = in.getLong();
        from.restore(in);
        rule.restore(in);
    }
}
