package org.ranvier.core.chip;

import java.util.Collection;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fabric.BarrierSequencer;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.Program;

/**
 * The sequence of a sample, at the root of the barrier: SAMPLE, LOAD, then PHASE0.. once per tick, DRAIN, UPDATE if asked for,
 * halt.
 *
 * <p>Every comma is one barrier. A member may end the ticks early ({@code stop}).
 */
public final class SampleSequencer implements BarrierSequencer {
    private static final int MAX_PHASES = CoreEvent.DRAIN.ordinal() - CoreEvent.PHASE0.ordinal();

    private final int phases;
    private final boolean update;
    private int ticks;
    private int tick;
    private int next = HALT;
    private int current = HALT;
    private StepMonitor monitor;

    /**
     * @param phases phases (barriers) of a tick, 1..4
     * @param update whether UPDATE follows DRAIN
     */
    public SampleSequencer(final int phases, final boolean update) {
        this.update = update;
        this.phases = ConfigurationException.checkRange("phases", phases, 1, MAX_PHASES);
    }

    /**
     * Gives the steps that programs have handlers for.
     *
     * @param programs the programs of all cores
     * @return as many phases as any of them has, at least one, and UPDATE if any has a handler for it
     */
    public static SampleSequencer of(final Collection<Program> programs) {
        int phases = 1;
        boolean update = false;
        for (final Program program : programs) {
            for (final CoreEvent event : program.events().keySet()) {
                if (event.compareTo(CoreEvent.PHASE0) >= 0 && event.compareTo(CoreEvent.DRAIN) < 0) {
                    phases = Math.max(phases, event.ordinal() - CoreEvent.PHASE0.ordinal() + 1);
                }
                update |= event == CoreEvent.UPDATE;
            }
        }
        return new SampleSequencer(phases, update);
    }

    /**
     * Prepares the next sample.
     *
     * @param sampleTicks its ticks, at least 1
     */
    public void begin(final int sampleTicks) {
        ticks = ConfigurationException.checkRange("ticks", sampleTicks, 1, 1 << 24);
        tick = -1;
        next = CoreEvent.SAMPLE.ordinal();
    }

    void monitor(final StepMonitor listener) {
        monitor = listener;
    }

    /** @return the running tick, from 0; -1 before the first */
    public int tick() {
        return tick;
    }

    /** @return the ordinal of the running event, or {@link #HALT} outside a sample */
    public int current() {
        return current;
    }

    @Override
    public int next(final long cycle) {
        if (monitor != null) {
            monitor.over(cycle);
        }
        final int event = next;
        if (event == CoreEvent.PHASE0.ordinal()) {
            tick++;
        }
        next = following(event);
        current = event;
        return event;
    }

    /** {@inheritDoc} Before the first tick, that one is. */
    @Override
    public void last() {
        ticks = Math.min(ticks, Math.max(0, tick) + 1);
        next = following(current);
    }

    private int following(final int event) {
        if (event == HALT) {
            return HALT;
        }
        if (event == CoreEvent.SAMPLE.ordinal()) {
            return CoreEvent.LOAD.ordinal();
        }
        if (event == CoreEvent.LOAD.ordinal()) {
            return CoreEvent.PHASE0.ordinal();
        }
        if (event < CoreEvent.PHASE0.ordinal() + phases - 1) {
            return event + 1;
        }
        if (event < CoreEvent.DRAIN.ordinal()) {
            return tick + 1 < ticks ? CoreEvent.PHASE0.ordinal() : CoreEvent.DRAIN.ordinal();
        }
        return event == CoreEvent.DRAIN.ordinal() && update ? CoreEvent.UPDATE.ordinal() : HALT;
    }
}
