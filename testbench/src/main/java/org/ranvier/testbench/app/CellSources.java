package org.ranvier.testbench.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ranvier.core.random.CounterRandom;
import org.ranvier.programs.layered.InitialWeights;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.testbench.config.CsvNumbers;
import org.ranvier.testbench.yaml.YamlMap;
import org.ranvier.testbench.yaml.YamlNode;

/** The ways to say what a region or an array holds at the start: a CSV file, a list, a constant, or random numbers. */
final class CellSources {
    /** Keeps these draws apart from those of device noise at the same seed. */
    private static final long COUNTER = 0x10L << 56;

    private static final double WIDEST = Integer.MAX_VALUE;

    private CellSources() {}

    /**
     * Reads one.
     *
     * @param node a file name, a list, or a mapping with one of {@code constant}, {@code uniform}, {@code normal}, {@code glorot}
     * @param base the directory that relative file names start from
     * @return the source
     */
    static CellSource read(final YamlNode node, final Path base) {
        if (node.isText()) {
            final List<double[]> rows = node.locate(() -> CsvNumbers.read(base.resolve(node.text())));
            return (height, width, seed, stream) -> shape(node, rows, height, width);
        }
        if (node.isList()) {
            final List<double[]> rows = list(node);
            return (height, width, seed, stream) -> shape(node, rows, height, width);
        }
        final YamlMap map = node.map("constant", "uniform", "normal", "glorot");
        return switch (map.one("constant", "uniform", "normal", "glorot")) {
            case "constant" -> constant(map.get("constant").real(-WIDEST, WIDEST));
            case "uniform" -> uniform(map.get("uniform"));
            case "normal" -> normal(map.get("normal"));
            default -> glorot(map.get("glorot"));
        };
    }

    private static List<double[]> list(final YamlNode node) {
        final List<double[]> rows = new ArrayList<>();
        final boolean nested = node.items().stream().anyMatch(YamlNode::isList);
        for (final YamlNode row : nested ? node.items() : List.of(node)) {
            rows.add(row.items().stream()
                    .mapToDouble(item -> item.real(-WIDEST, WIDEST))
                    .toArray());
        }
        return rows;
    }

    /** Values fill the region row by row; how they are spread over lines does not matter, their number does. */
    private static double[][] shape(
            final YamlNode node, final List<double[]> lines, final int rows, final int columns) {
        final double[] values = lines.stream().flatMapToDouble(Arrays::stream).toArray();
        if (values.length != (long) rows * columns) {
            throw node.error(values.length + " values do not fill " + rows + " x " + columns + ", expected "
                    + (long) rows * columns);
        }
        final double[][] cells = new double[rows][];
        for (int i = 0; i < rows; i++) {
            cells[i] = Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
        }
        return cells;
    }

    private static CellSource constant(final double value) {
        return (rows, columns, seed, stream) -> {
            final double[][] cells = new double[rows][columns];
            for (final double[] row : cells) {
                Arrays.fill(row, value);
            }
            return cells;
        };
    }

    private static CellSource uniform(final YamlNode node) {
        final double[] range = pair(node, "[lowest, highest]");
        if (range[0] > range[1]) {
            throw node.error("the lowest value comes first");
        }
        return (rows, columns, seed, stream) -> {
            final double[][] cells = new double[rows][columns];
            for (int i = 0; i < rows * columns; i++) {
                cells[i / columns][i % columns] =
                        range[0] + (range[1] - range[0]) * CounterRandom.uniform(seed, stream, i, COUNTER);
            }
            return cells;
        };
    }

    private static CellSource normal(final YamlNode node) {
        final double[] moments = pair(node, "[mean, deviation]");
        if (moments[1] < 0) {
            throw node.error("the deviation is negative");
        }
        return (rows, columns, seed, stream) -> {
            final double[][] cells = new double[rows][columns];
            for (int i = 0; i < rows * columns; i++) {
                cells[i / columns][i % columns] =
                        moments[0] + moments[1] * CounterRandom.normal(seed, stream, i, COUNTER);
            }
            return cells;
        };
    }

    private static double[] pair(final YamlNode node, final String what) {
        if (!node.isList() || node.items().size() != 2) {
            throw node.refuse(what);
        }
        return list(node).get(0);
    }

    private static CellSource glorot(final YamlNode node) {
        final int crossbar = (int) node.whole(1, 1000);
        return (rows, columns, seed, stream) -> {
            final InitialWeights start = new InitialWeights(seed, crossbar, rows - 1, columns);
            final double[][] cells = new double[rows][columns];
            for (int row = 0; row < rows - 1; row++) {
                for (int column = 0; column < columns; column++) {
                    cells[row][column] = Fixed.toDouble(start.at(row, column));
                }
            }
            return cells;
        };
    }
}
