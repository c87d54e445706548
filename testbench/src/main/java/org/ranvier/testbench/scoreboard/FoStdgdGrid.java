package org.ranvier.testbench.scoreboard;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Accuracies by order, learning rate and seed: every order at one rate, and every order at the rate that suits it.
 *
 * <p>Rates are half decades, 1, 3, 10, ... A search takes three of them and goes on as long as the best one is at an end.
 */
public final class FoStdgdGrid {
    private static final int HALVES = 2;

    /** A typical gradient, and the rate of order 1 that suits it. */
    private static final double GRADIENT = 0.05;

    private static final double USUAL_RATE = 0.03;
    private static final int LOWEST = -12;
    private static final int HIGHEST = 2;

    private final long[] seeds;
    private final CellRun run;

    /** By order, then rate. */
    private final Map<Double, TreeMap<Double, Cell>> cells = new TreeMap<>();

    /** Trains and tests one network. */
    public interface CellRun {
        /** @return the share of test images classified right */
        double accuracy(double order, double rate, long seed);
    }

    /**
     * The accuracies of all seeds.
     *
     * @param order the order
     * @param rate the learning rate
     * @param accuracies a share a seed
     */
    public record Cell(double order, double rate, double[] accuracies) {
        /** @return the mean over the seeds */
        public double mean() {
            double sum = 0;
            for (final double accuracy : accuracies) {
                sum += accuracy;
            }
            return sum / accuracies.length;
        }

        /** @return the standard error of the mean; 0 for one seed */
        public double error() {
            double squares = 0;
            for (final double accuracy : accuracies) {
                squares += (accuracy - mean()) * (accuracy - mean());
            }
            return accuracies.length < 2 ? 0 : Math.sqrt(squares / (accuracies.length - 1) / accuracies.length);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f +- %.1f", 100 * mean(), 100 * error());
        }
    }

    /**
     * Starts empty.
     *
     * @param seeds seeds of every cell
     * @param run trains and tests
     */
    public FoStdgdGrid(final long[] seeds, final CellRun run) {
        this.seeds = seeds.clone();
        this.run = run;
    }

    /**
     * Measures a cell, unless that was done before.
     *
     * @param order the order
     * @param rate the learning rate
     * @return its accuracies
     */
    public Cell cell(final double order, final double rate) {
        final TreeMap<Double, Cell> row = cells.computeIfAbsent(order, key -> new TreeMap<>());
        Cell cell = row.get(rate);
        if (cell == null) {
            final double[] accuracies = new double[seeds.length];
            for (int i = 0; i < seeds.length; i++) {
                accuracies[i] = run.accuracy(order, rate, seeds[i]);
            }
            cell = new Cell(order, rate, accuracies);
            row.put(rate, cell);
        }
        return cell;
    }

    /**
     * Searches the rate that suits an order.
     *
     * @param order the order
     * @param guess a rate to begin with
     * @return the best cell
     */
    public Cell tuned(final double order, final double guess) {
        int low = (int) Math.rint(HALVES * Math.log10(guess)) - 1;
        int high = low + 2;
        while (true) {
            Cell best = null;
            int at = low;
            for (int half = low; half <= high; half++) {
                final Cell cell = cell(order, rate(half));
                if (best == null || cell.mean() > best.mean()) {
                    best = cell;
                    at = half;
                }
            }
            if (at == low && low > LOWEST) {
                low--;
            } else if (at == high && high < HIGHEST) {
                high++;
            } else {
                return best;
            }
        }
    }

    /**
     * The rate at which steps settle where those of order 1 do at .03, for a gradient of .05.
     *
     * @param order the order
     * @param gamma Gamma(2 - order)
     * @return the rate
     */
    public static double guess(final double order, final double gamma) {
        return gamma * Math.pow(USUAL_RATE * GRADIENT, order) / GRADIENT;
    }

    private static double rate(final int half) {
        // Read as a decimal number, so that 3e-1 is what the user would write.
        return Double.parseDouble((Math.floorMod(half, HALVES) == 0 ? "1e" : "3e") + Math.floorDiv(half, HALVES));
    }

    /** @return all cells, by order and rate */
    public Iterable<Cell> all() {
        return () -> cells.values().stream()
                .flatMap(row -> row.values().stream())
                .sorted(Comparator.comparingDouble(Cell::order))
                .iterator();
    }
}
