package org.ranvier.testbench.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.programs.layered.LayeredChip;
import org.ranvier.programs.layered.Placement;
import org.ranvier.rpu.Crossbar;

/** What training did to the devices of a chip that counts wear: pulses, and slots in which just one line was pulsed. */
public final class Wear {
    private static final String HEADER = "crossbar,row,column,pulses,half_selects\n";

    private Wear() {}

    private interface Visitor {
        void visit(int crossbar, int row, int column, long pulses, long halfSelects);
    }

    private static void visit(final LayeredChip chip, final Visitor visitor) {
        for (int i = 0; i < chip.layers().placements().size(); i++) {
            final Placement placement = chip.layers().placements().get(i);
            final SynapseArray array = chip.chip().array(i);
            if (array != null && array.physical() instanceof Crossbar crossbar) {
                for (int row = 0; row < crossbar.rows(); row++) {
                    for (int column = 0; column < crossbar.columns(); column++) {
                        visitor.visit(
                                placement.layer(),
                                row,
                                placement.first() + column,
                                crossbar.pulses(row, column),
                                crossbar.halfSelects(row, column));
                    }
                }
            }
        }
    }

    /**
     * Sums it up.
     *
     * @param chip a chip whose tiles count wear
     * @return for each crossbar 1..L: devices, the most and the mean of either count
     */
    public static Map<String, Object> summary(final LayeredChip chip) {
        final long[][] sums = new long[chip.layers().layers()][5];
        visit(chip, (crossbar, row, column, pulses, halfSelects) -> {
            final long[] sum = sums[crossbar - 1];
            sum[0]++;
            sum[1] = Math.max(sum[1], pulses);
            sum[2] += pulses;
            sum[3] = Math.max(sum[3], halfSelects);
            sum[4] += halfSelects;
        });
        final Map<String, Object> wear = new LinkedHashMap<>();
        for (int crossbar = 1; crossbar <= sums.length; crossbar++) {
            final long[] sum = sums[crossbar - 1];
            final Map<String, Object> one = new LinkedHashMap<>();
            one.put("devices", sum[0]);
            one.put("most_pulses", sum[1]);
            one.put("mean_pulses", (double) sum[2] / sum[0]);
            one.put("most_half_selects", sum[3]);
            one.put("mean_half_selects", (double) sum[4] / sum[0]);
            wear.put("crossbar_" + crossbar, one);
        }
        return wear;
    }

    /**
     * Lists all devices.
     *
     * @param chip a chip whose tiles count wear
     * @return CSV with a header line; rows and columns of the whole layer, the bias row last
     */
    public static String csv(final LayeredChip chip) {
        final StringBuilder csv = new StringBuilder(HEADER);
        visit(
                chip,
                (crossbar, row, column, pulses, halfSelects) -> csv.append(crossbar)
                        .append(',')
                        .append(row)
                        .append(',')
                        .append(column)
                        .append(',')
                        .append(pulses)
                        .append(',')
                        .append(halfSelects)
                        .append('\n'));
        return csv.toString();
    }
}
