package org.ranvier.testbench.bench;

import java.util.Arrays;
import org.ranvier.core.random.CounterRandom;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.update.UpdateEngine;
import org.ranvier.rpu.update.UpdateSpec;

/** An array and 64 pairs of vectors to update it with, over and over: one case of the update benchmark. */
final class UpdateCase {
    private static final int PAIRS = 64;
    private static final long SEED = 7;
    private static final double GRADIENT = 0.1;

    private final String name;
    private final double granularity;
    private final double rate;
    private final Cells cells;
    private final UpdateEngine engine;
    private final float[][] x;
    private final float[][] d;
    private final Coincidence events = new Coincidence();
    private long slot;
    private int next;

    private UpdateCase(
            final String name,
            final DeviceSpec device,
            final UpdateSpec update,
            final int rows,
            final int columns,
            final double rate) {
        final ArraySite site = new ArraySite(rows, columns, SEED, 1);
        this.name = name;
        this.rate = rate;
        granularity = device.granularity();
        cells = device.build(site);
        engine = new UpdateEngine(update, site);
        x = new float[PAIRS][rows];
        d = new float[PAIRS][columns];
    }

    /** Inputs uniform in 0..1 on a share of the rows, errors normal with deviation 0.1, learning rate 0.1. */
    static UpdateCase random(
            final String name,
            final DeviceSpec device,
            final UpdateSpec update,
            final int rows,
            final int columns,
            final double density) {
        final UpdateCase made = new UpdateCase(name, device, update, rows, columns, 0.1);
        for (int pair = 0; pair < PAIRS; pair++) {
            for (int row = 0; row < rows; row++) {
                final boolean active = CounterRandom.uniform(SEED, pair, row, 0) < density;
                made.x[pair][row] = active ? (float) CounterRandom.uniform(SEED, pair, row, 1) : 0;
            }
            for (int column = 0; column < columns; column++) {
                made.d[pair][column] = (float) (GRADIENT * CounterRandom.normal(SEED, pair, column, 2));
            }
        }
        return made;
    }

    /** Rows that always pulse, errors of +-0.1, learning rate 0.16: a column pulses with probability 0.316 in each of 10 slots. */
    static UpdateCase certain(
            final String name, final DeviceSpec device, final UpdateSpec update, final int rows, final int columns) {
        final UpdateCase made = new UpdateCase(name, device, update, rows, columns, 0.16);
        for (int pair = 0; pair < PAIRS; pair++) {
            Arrays.fill(made.x[pair], 1);
            for (int column = 0; column < columns; column++) {
                final boolean positive = CounterRandom.uniform(SEED, pair, column, 3) < 0.5;
                made.d[pair][column] = (float) (positive ? GRADIENT : -GRADIENT);
            }
        }
        return made;
    }

    String name() {
        return name;
    }

    /** Sets all devices to weight 0. */
    void reset() {
        for (int row = 0; row < x[0].length; row++) {
            for (int column = 0; column < d[0].length; column++) {
                cells.weight(row, column, 0);
            }
        }
    }

    void update(final int updates) {
        for (int i = 0; i < updates; i++) {
            slot += engine.update(cells, granularity, x[next], d[next], rate, slot, events);
            next = (next + 1) % PAIRS;
        }
    }

    /** @return devices pulsed so far, summed over slots */
    long coincidences() {
        return events.coincidences;
    }

    private static final class Coincidence implements CellEvents {
        private long coincidences;

        @Override
        public void update(final int slots, final long rowPulses, final long columnPulses, final long pulsed) {
            coincidences += pulsed;
        }
    }
}
