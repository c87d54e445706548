package org.ranvier.testbench.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.programs.layered.LayerMapping;
import org.ranvier.programs.layered.LayeredChip;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.energy.EnergyReport;

/**
 * Adds up what a chip does while the meter runs, so that training and testing can be told apart.
 *
 * <p>Start and stop it between samples.
 */
public final class Meter implements Stateful {
    private static final String INJECTED = "router.inject";
    private static final List<String> ARRAYS = List.of("crossbar.", "sram.");

    private final LayeredChip chip;
    private final EnergyProfile profile;
    private final EventWindow events;
    private final long[] sum;
    private final long[] before;
    private long samples;

    /**
     * @param chip the chip
     * @param profile what its events cost
     */
    public Meter(final LayeredChip chip, final EnergyProfile profile) {
        this.chip = chip;
        this.profile = profile;
        this.events = new EventWindow(chip.chip().ledger());
        this.sum = new long[counters().length];
        this.before = new long[sum.length];
    }

    /** Begins a stretch. */
    public void start() {
        System.arraycopy(counters(), 0, before, 0, before.length);
        events.open();
    }

    /**
     * Ends the stretch that {@link #start} began.
     *
     * @param presented samples in it
     */
    public void stop(final int presented) {
        final long[] after = counters();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += after[i] - before[i];
        }
        events.close();
        samples += presented;
    }

    private int layers() {
        return chip.layers().layers();
    }

    /** Cycles, then spikes of layers 0..L, gradient spikes of layers 1..L and weight updates of layers 1..L. */
    private long[] counters() {
        final int layers = layers();
        final long[] counters = new long[2 + 3 * layers];
        counters[0] = chip.chip().cycle();
        counters[1] = chip.spikes(0);
        for (int layer = 1; layer <= layers; layer++) {
            counters[1 + layer] = chip.spikes(layer);
            counters[1 + layers + layer] = chip.gradientSpikes(layer);
            counters[1 + 2 * layers + layer] = chip.updates(layer);
        }
        return counters;
    }

    /** @return what happened while the meter ran */
    public Figures figures() {
        final int layers = layers();
        final long[] spikes = Arrays.copyOfRange(sum, 1, 2 + layers);
        final long[] gradient = Arrays.copyOfRange(sum, 2 + layers, 2 + 2 * layers);
        final long[] updates = Arrays.copyOfRange(sum, 2 + 2 * layers, 2 + 3 * layers);
        final double seconds = sum[0] / chip.layers().chip().clockHz();
        return new Figures(
                samples, sum[0], seconds, spikes, gradient, updates, packets(), arrayEvents(), energy(seconds));
    }

    /** Cores without a program are taken to be switched off; routers never are. */
    private EnergyReport energy(final double seconds) {
        final LayerMapping mapping = chip.layers();
        return EnergyReport.of(
                events.sum(),
                profile,
                seconds,
                mapping.placements().size(),
                mapping.chip().mesh().routers());
    }

    /** What the synapse arrays counted, by event, as far as it took place. */
    private Map<String, Long> arrayEvents() {
        final Map<String, Long> counts = new LinkedHashMap<>();
        for (final LedgerRow row : events.sum().rows()) {
            for (int i = 0; i < row.counts().length; i++) {
                final String name = row.kinds().get(i).name();
                final String unit = name.substring(0, name.indexOf('.') + 1);
                if (ARRAYS.contains(unit) && row.counts()[i] > 0) {
                    counts.merge(name.substring(unit.length()), row.counts()[i], Long::sum);
                }
            }
        }
        return counts;
    }

    @Override
    public void save(final StateWriter out) {
        out.section("meter").putLong(samples).putLongs(sum).putLongs(before);
        events.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        samples = in.section("meter").getLong();
        in.getLongs(sum);
        in.getLongs(before);
        events.restore(in);
    }

    private long packets() {
        long packets = 0;
        for (final LedgerRow row : events.sum().rows()) {
            for (int i = 0; i < row.counts().length; i++) {
                packets += row.kinds().get(i).name().equals(INJECTED) ? row.counts()[i] : 0;
            }
        }
        return packets;
    }
}
