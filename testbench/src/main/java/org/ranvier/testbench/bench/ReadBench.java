package org.ranvier.testbench.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ranvier.core.random.RandomRow;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.read.PlaneProducts;
import org.ranvier.rpu.read.ReadPipeline;
import org.ranvier.rpu.read.ReadSpec;

/**
 * Speed of reads through converters: reads per second of processor time of one thread, for three tiles and five kinds of read. Inputs are 64 vectors
 * uniform in 0..1 (backward: normal with deviation 0.1), weights uniform in +-0.2, so that no read needs a second pass. They are
 * known to stay, as between updates.
 */
public final class ReadBench {
    private static final List<int[]> TILES = List.of(new int[] {784, 256}, new int[] {256, 10}, new int[] {1024, 1024});
    private static final int VECTORS = 64;
    private static final double LARGEST_WEIGHT = 0.2;
    private static final double LEAST_SECONDS = 0.3;
    private static final double NANOSECOND = 1e-9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ReadSpec DEFAULT = ReadSpec.named("default");

    private final int repeats;

    /**
     * @param repeats measurements of which the median is taken, at least 1
     */
    public ReadBench(final int repeats) {
        this.repeats = repeats;
    }

    /**
     * Measures.
     *
     * @param results gets every figure as soon as it is known
     */
    public void run(final Consumer<Figure> results) {
        for (final int[] tile : TILES) {
            final Tile array = new Tile(tile[0], tile[1]);
            results.accept(measure(array, "default", DEFAULT, false));
            results.accept(measure(array, "perfect", ReadSpec.named("perfect"), false));
            results.accept(measure(
                    array, "PCM noise", DEFAULT.with(Map.of("w_noise", "0.0175", "w_noise_type", "PCMRead")), false));
            results.accept(measure(array, "IR drop", DEFAULT.with(Map.of("ir_drop", "1")), false));
            results.accept(measure(array, "default", DEFAULT, true));
        }
    }

    private Figure measure(final Tile tile, final String kind, final ReadSpec spec, final boolean backward) {
        final ReadPipeline pipeline = new ReadPipeline(spec, tile.site);
        final String name = String.format(
                "%s %s %dx%d, %s",
                backward ? "backward" : "forward", kind, tile.site.rows(), tile.site.columns(), PlaneProducts.name());
        rate(pipeline, tile, backward);
        return Figure.of(name, "reads/CPU-s", repeats, () -> rate(pipeline, tile, backward));
    }

    private static double rate(final ReadPipeline pipeline, final Tile tile, final boolean backward) {
        final long start = THREADS.getCurrentThreadCpuTime();
        long reads = 0;
        double seconds;
        do {
            for (int k = 0; k < VECTORS; k++) {
                pipeline.unchanged();
                if (backward) {
                    pipeline.backward(tile.weights, tile.d[k], tile.back, tile.back.length);
                } else {
                    pipeline.forward(tile.weights, tile.x[k], tile.y);
                }
            }
            reads += VECTORS;
            seconds = (THREADS.getCurrentThreadCpuTime() - start) * NANOSECOND;
        } while (seconds < LEAST_SECONDS);
        return reads / seconds;
    }

    /** Weights and vectors of one size. */
    private static final class Tile {
        private final ArraySite site;
        private final int[][] weights;
        private final float[][] x;
        private final float[][] d;
        private final float[] y;
        private final float[] back;

        Tile(final int rows, final int columns) {
            site = new ArraySite(rows, columns, 7, 0);
            weights = new int[rows][columns];
            x = new float[VECTORS][rows];
            d = new float[VECTORS][columns];
            y = new float[columns];
            back = new float[rows];
            final RandomRow across = new RandomRow(columns);
            for (int i = 0; i < rows; i++) {
                across.at(i).bits(0, weights[i]);
                for (int j = 0; j < columns; j++) {
                    weights[i][j] = Fixed.of(weights[i][j] * 0x1p-31 * LARGEST_WEIGHT);
                }
            }
            final RandomRow down = new RandomRow(rows);
            final int[] bits = new int[rows];
            for (int k = 0; k < VECTORS; k++) {
                down.at(-1 - k).bits(0, bits);
                for (int i = 0; i < rows; i++) {
                    x[k][i] = (bits[i] >>> 8) * 0x1p-24f;
                }
                across.at(-1 - k).normals(1, d[k]);
                for (int j = 0; j < columns; j++) {
                    d[k][j] *= 0.1f;
                }
            }
        }
    }
}
