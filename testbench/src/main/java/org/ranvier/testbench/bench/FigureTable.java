package org.ranvier.testbench.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ranvier.testbench.train.Json;

/** Figures as a file: what was measured and on which machine. */
public final class FigureTable {
    private FigureTable() {}

    /**
     * Writes figures in the format that a file's name asks for.
     *
     * @param figures the figures
     * @param file JSON when its name ends in .json, otherwise CSV
     * @return the content
     */
    public static String of(final List<Figure> figures, final Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? json(figures) : csv(figures);
    }

    private static String json(final List<Figure> figures) {
        final Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("machine", Machine.describe());
        tree.put("figures", figures.stream().map(FigureTable::entry).toList());
        return Json.pretty(tree);
    }

    private static Map<String, Object> entry(final Figure figure) {
        final Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", figure.name());
        entry.put("unit", figure.unit());
        entry.put("median", figure.median());
        entry.put("least", figure.least());
        entry.put("most", figure.most());
        return entry;
    }

    private static String csv(final List<Figure> figures) {
        final StringBuilder csv = new StringBuilder("# " + Machine.describe() + "\nname,unit,median,least,most\n");
        for (final Figure figure : figures) {
            csv.append(String.format(
                    Locale.ROOT,
                    "\"%s\",%s,%.6g,%.6g,%.6g\n",
                    figure.name(),
                    figure.unit(),
                    figure.median(),
                    figure.least(),
                    figure.most()));
        }
        return csv.toString();
    }
}
