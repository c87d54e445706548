package org.ranvier.core.time;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/**
 * The pending-event set: runs components in the order (cycle, phase, component id, sequence).
 *
 * <p>Cycle and phase together form a <em>moment</em>, {@code cycle << 2 | phase}. Moments within {@value #HORIZON_CYCLES}
 * cycles sit in a wheel of slots whose occupancy bitmap is scanned a word at a time, so a gap of idle cycles costs a few
 * word reads; later ones wait in an {@link OverflowHeap}. Scheduling and running an event are O(1) for near events.
 *
 * <p>A component that asks twice for the same moment is visited twice; components remember what they asked for when that
 * matters. State is the clock alone: it is saved and restored while nothing is pending. Not thread safe: one thread owns the scheduler.
 */
public final class Scheduler implements Timeline {
    private static final int HORIZON_CYCLES = 1024;
    private static final int SLOTS = HORIZON_CYCLES << Phase.BITS;
    private static final int MASK = SLOTS - 1;
    private static final int NONE = -1;
    private static final int FAILURE_SHIFT = 20;

    private final int[] head = new int[SLOTS];
    private final int[] tail = new int[SLOTS];
    private final long[] occupied = new long[SLOTS / Long.SIZE];
    private int[] next = new int[64];
    private int[] target = new int[64];
    private int free = NONE;
    private int allocated;
    private int nearEvents;

    private final OverflowHeap far = new OverflowHeap();
    private final Ids ids;
    private Component[] components = new Component[16];
    private int[] batch = new int[16];

    /** The component whose visit ended in an exception. */
    private int failed = NONE;

    /** The moment being run, or the last one that ran. Events can only be scheduled after it. */
    private long moment = -1;

    /** Numbers components: those of schedulers that run side by side in one order. */
    private static final class Ids {
        private int next;
    }

    /** Creates an empty scheduler before cycle 0. */
    public Scheduler() {
        this(new Ids());
    }

    private Scheduler(final Ids ids) {
        this.ids = ids;
        Arrays.fill(head, NONE);
    }

    /**
     * Creates schedulers for parts of a chip that run side by side; component ids are given over all of them.
     *
     * @param count how many
     * @return the schedulers, before cycle 0
     */
    public static List<Scheduler> siblings(final int count) {
        final Ids ids = new Ids();
        return Stream.generate(() -> new Scheduler(ids)).limit(count).toList();
    }

    /**
     * Adds a component; its id is its place in the order of registration, over all siblings, and breaks ties inside a phase.
     *
     * @param component the component
     * @return its id, from 0
     */
    public int register(final Component component) {
        final int id = ids.next++;
        if (id >= components.length) {
            components = Arrays.copyOf(components, 2 * id);
        }
        components[id] = component;
        return id;
    }

    /** {@inheritDoc} While components run, their cycle. */
    @Override
    public long cycle() {
        return moment >> Phase.BITS;
    }

    @Override
    public boolean isIdle() {
        return nearEvents == 0 && far.isEmpty();
    }

    /** @return the cycle of the earliest pending event, or {@link Long#MAX_VALUE} when there is none */
    public long nextCycle() {
        final long next = nextMoment();
        return next == Long.MAX_VALUE ? next : next >> Phase.BITS;
    }

    /**
     * Asks for a visit.
     *
     * @param cycle the cycle
     * @param phase the {@link Phase}; together with {@code cycle} later than the moment being run
     * @param id the component's id
     */
    public void schedule(final long cycle, final int phase, final int id) {
        final long due = cycle << Phase.BITS | phase;
        assert due > moment : "event in the past: cycle " + cycle + " phase " + phase + " at cycle " + cycle();
        if (due - moment < SLOTS) {
            insert(due, id);
        } else {
            far.add(due, id);
        }
    }

    /**
     * Runs the events of the next moment, all of one cycle and one phase.
     *
     * @return false when nothing was pending
     */
    public boolean step() {
        final long due = nextMoment();
        if (due == Long.MAX_VALUE) {
            return false;
        }
        run(due);
        return true;
    }

    @Override
    public void runThrough(final long lastCycle) {
        long due = nextMoment();
        while (due != Long.MAX_VALUE && due >> Phase.BITS <= lastCycle) {
            run(due);
            due = nextMoment();
        }
    }

    /**
     * Says where a run stopped with an exception.
     *
     * @return the moment and the component whose visit failed, in the order of events; {@link Long#MAX_VALUE} if none has
     */
    public long failure() {
        return failed == NONE ? Long.MAX_VALUE : moment << FAILURE_SHIFT | failed;
    }

    private void run(final long due) {
        moment = due;
        while (!far.isEmpty() && far.firstMoment() - moment < SLOTS) {
            insert(far.firstMoment(), far.firstTarget());
            far.removeFirst();
        }
        visit(due, drain((int) due & MASK));
    }

    @Override
    public void save(final StateWriter out) {
        checkIdle();
        out.section("scheduler").putLong(moment);
    }

    @Override
    public void restore(final StateReader in) {
        checkIdle();
        moment = in.section("scheduler").getLong();
    }

    private void checkIdle() {
        if (!isIdle()) {
            throw new IllegalStateException(
                    "events are pending in cycle " + nextCycle() + "; state is saved and restored while none is");
        }
    }

    private void visit(final long due, final int count) {
        final long cycle = due >> Phase.BITS;
        final int phase = (int) due & ((1 << Phase.BITS) - 1);
        int i = 0;
        try {
            // One call site per phase keeps each of them at one or two receiver types: fabrics arrive, cores and hosts
            // compute.
            switch (phase) {
                case Phase.ARRIVE:
                    for (; i < count; i++) {
                        components[batch[i]].onEvent(cycle, phase);
                    }
                    break;
                case Phase.COMPUTE:
                    for (; i < count; i++) {
                        components[batch[i]].onEvent(cycle, phase);
                    }
                    break;
                default:
                    for (; i < count; i++) {
                        components[batch[i]].onEvent(cycle, phase);
                    }
                    break;
            }
        } catch (final Throwable e) {
            failed = batch[i];
            throw e;
        }
    }

    /** Empties a slot into {@code batch}, sorted by component id; equal ids keep their sequence. */
    private int drain(final int slot) {
        int count = 0;
        boolean sorted = true;
        for (int node = head[slot]; node != NONE; ) {
            if (count == batch.length) {
                batch = Arrays.copyOf(batch, 2 * count);
            }
            batch[count] = target[node];
            sorted &= count == 0 || batch[count - 1] <= batch[count];
            count++;
            final int following = next[node];
            next[node] = free;
            free = node;
            node = following;
        }
        head[slot] = NONE;
        occupied[slot >> 6] &= ~(1L << slot);
        nearEvents -= count;
        if (!sorted) {
            Arrays.sort(batch, 0, count);
        }
        return count;
    }

    private void insert(final long due, final int id) {
        final int slot = (int) due & MASK;
        final int node = allocate();
        target[node] = id;
        next[node] = NONE;
        if (head[slot] == NONE) {
            head[slot] = node;
            occupied[slot >> 6] |= 1L << slot;
        } else {
            next[tail[slot]] = node;
        }
        tail[slot] = node;
        nearEvents++;
    }

    private int allocate() {
        if (free != NONE) {
            final int node = free;
            free = next[node];
            return node;
        }
        if (allocated == next.length) {
            next = Arrays.copyOf(next, 2 * allocated);
            target = Arrays.copyOf(target, 2 * allocated);
        }
        return allocated++;
    }

    private long nextMoment() {
        if (nearEvents == 0) {
            return far.isEmpty() ? Long.MAX_VALUE : far.firstMoment();
        }
        final long from = moment + 1;
        final int start = (int) from & MASK;
        int word = start >> 6;
        long bits = occupied[word] & (-1L << start);
        int scanned = 0;
        while (bits == 0) {
            scanned++;
            word = (word + 1) & (occupied.length - 1);
            bits = occupied[word];
        }
        assert scanned <= occupied.length;
        final int slot = (word << 6) + Long.numberOfTrailingZeros(bits);
        return from + ((slot - start) & MASK);
    }
}
