package org.ranvier.testbench.plot;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;

/** A plot of bars, one per category, each a stack of parts. */
public final class StackPlot {
    private static final double BAR = 0.6;

    /** Names of bars that fit below the axis side by side. */
    private static final int MOST_NAMES = 15;

    private final CategoryChart chart;
    private final String title;
    private final List<String> categories;

    /**
     * Makes an empty plot.
     *
     * @param title what it shows
     * @param horizontal label of the horizontal axis
     * @param vertical label of the vertical axis, with its unit
     * @param categories names of the bars
     */
    public StackPlot(
            final String title, final String horizontal, final String vertical, final List<String> categories) {
        this.title = title;
        this.categories = thinned(categories);
        chart = new CategoryChartBuilder()
                .width(LinePlot.WIDTH)
                .height(LinePlot.HEIGHT)
                .title(title)
                .xAxisTitle(horizontal)
                .yAxisTitle(vertical)
                .build();
        final CategoryStyler styler = chart.getStyler();
        styler.setStacked(true);
        styler.setAvailableSpaceFill(BAR);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setLegendPosition(Styler.LegendPosition.OutsideE);
        InlineSvg.style(styler);
    }

    /** Of too many names every second, third and so on. XChart would spread those that are left, and not keep them below their bars. */
    private static List<String> thinned(final List<String> names) {
        final int step = Math.max(1, (names.size() + MOST_NAMES - 1) / MOST_NAMES);
        return IntStream.range(0, names.size())
                .mapToObj(i -> i % step == 0 ? names.get(i) : " ")
                .toList();
    }

    /**
     * Adds a part to every bar, on top of those before.
     *
     * @param name what the legend calls it
     * @param heights by category
     * @return this
     */
    public StackPlot part(final String name, final List<Double> heights) {
        final Color[] colors = LinePlot.COLORS;
        final int place = chart.getSeriesMap().size();
        final Color color = colors[place % (colors.length - 1)];
        // The palette again, lighter: stacks may have more parts than it has colours.
        chart.addSeries(name, categories, heights).setFillColor(place < colors.length - 1 ? color : lighter(color));
        return this;
    }

    private static Color lighter(final Color color) {
        return new Color((color.getRed() + 255) / 2, (color.getGreen() + 255) / 2, (color.getBlue() + 255) / 2);
    }

    /**
     * Gives the plot for a page.
     *
     * @param id begins the identifiers in it; its own on the page
     * @return an {@code svg} element in the page's colours
     */
    public String inline(final String id) {
        return InlineSvg.element(
                SvgCanvas.paint(
                        LinePlot.WIDTH,
                        LinePlot.HEIGHT,
                        canvas -> chart.paint(canvas, LinePlot.WIDTH, LinePlot.HEIGHT)),
                id,
                title);
    }
}
