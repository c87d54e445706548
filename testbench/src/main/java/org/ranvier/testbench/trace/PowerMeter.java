package org.ranvier.testbench.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.StepMonitor;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.testbench.energy.ChipPart;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.energy.StaticPower;
import org.ranvier.testbench.energy.Vocabulary;

/**
 * Records the mean power of every kind of component from step to step: what the ledger has counted since, priced, and static power.
 *
 * <p>Kinds are those of {@code EnergyReport.byComponent}; what has no price is left out.
 */
final class PowerMeter implements StepMonitor {
    private static final double PICO = 1e-12;

    private final TraceRing ring;
    private final Chip chip;
    private final double clockHz;
    private final long from;
    private final long to;
    private final List<String> parts;

    /** Per row of the ledger and event: joules, and the part that it belongs to. */
    private final double[][] prices;

    private final int[][] partOf;
    private final double[] watts;
    private final double[] energy;
    private final double[] before;
    private long last;

    PowerMeter(final TraceRing ring, final TracedChip traced) {
        final EnergyProfile profile = traced.profile();
        this.ring = ring;
        chip = traced.chip();
        clockHz = traced.clockHz();
        from = traced.window().from();
        to = traced.window().to();
        parts = parts(traced);
        final List<LedgerRow> rows = chip.ledger().rows();
        prices = new double[rows.size()][];
        partOf = new int[rows.size()][];
        for (int row = 0; row < prices.length; row++) {
            price(row, rows.get(row), profile);
        }
        watts = new double[parts.size()];
        for (int part = 0; part < watts.length; part++) {
            watts[part] = statics(traced).getOrDefault(parts.get(part), 0.0);
        }
        energy = new double[parts.size()];
        before = new double[parts.size()];
        count();
        System.arraycopy(energy, 0, before, 0, before.length);
        last = chip.cycle();
    }

    /** @return the kinds of components that have power, in the order of the records' units */
    static List<String> parts(final TracedChip traced) {
        final EnergyProfile profile = traced.profile();
        if (traced.chip() == null || profile.vocabulary() != Vocabulary.EVENTS) {
            return List.of();
        }
        final Map<String, Double> names = new TreeMap<>(statics(traced));
        for (final LedgerRow row : traced.chip().ledger().rows()) {
            row.kinds().stream()
                    .filter(kind -> profile.price(kind.name()).isPresent())
                    .forEach(kind -> names.putIfAbsent(kind.component(), 0.0));
        }
        return new ArrayList<>(names.keySet());
    }

    private static Map<String, Double> statics(final TracedChip traced) {
        final Map<String, Double> powers = new TreeMap<>();
        for (final ChipPart part : ChipPart.values()) {
            final StaticPower power = traced.profile().statics().get(part);
            final int number = switch (part) {
                case CORE -> traced.chip().cores().size();
                case ROUTER -> traced.mesh().routers();
                case CHIP -> 1;
            };
            if (power != null && number > 0) {
                powers.put(part.component(), power.watts() * number);
            }
        }
        return powers;
    }

    private void price(final int row, final LedgerRow counts, final EnergyProfile profile) {
        prices[row] = new double[counts.kinds().size()];
        partOf[row] = new int[prices[row].length];
        for (int event = 0; event < prices[row].length; event++) {
            final var kind = counts.kinds().get(event);
            final var price = profile.price(kind.name());
            prices[row][event] = price.isPresent() ? price.get().picojoules() * PICO : 0;
            partOf[row][event] = parts.indexOf(kind.component());
        }
    }

    /** Adds up the energy of everything counted so far. */
    private void count() {
        Arrays.fill(energy, 0);
        final List<LedgerRow> rows = chip.ledger().rows();
        for (int row = 0; row < prices.length; row++) {
            final long[] counts = rows.get(row).counts();
            for (int event = 0; event < counts.length; event++) {
                if (prices[row][event] > 0) {
                    energy[partOf[row][event]] += counts[event] * prices[row][event];
                }
            }
        }
    }

    @Override
    public void over(final long cycle) {
        if (cycle <= last) {
            return;
        }
        count();
        if (last < to && cycle > from) {
            record(cycle);
        }
        System.arraycopy(energy, 0, before, 0, before.length);
        last = cycle;
    }

    private void record(final long cycle) {
        final long begin = Math.max(last, from);
        final double seconds = (cycle - last) / clockHz;
        for (int part = 0; part < energy.length; part++) {
            final double power = watts[part] + (energy[part] - before[part]) / seconds;
            ring.put(
                    begin,
                    TraceRecord.head(TraceRecord.POWER, part, 0),
                    Double.doubleToRawLongBits(power),
                    Math.min(cycle, to) - begin);
        }
    }
}
