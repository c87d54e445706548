package org.ranvier.testbench.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A plot of curves and points over one horizontal axis. */
public final class LinePlot {
    static final int WIDTH = 720;
    static final int HEIGHT = 420;

    /** Okabe and Ito's palette, which colour-blind readers can tell apart, without its yellow. */
    static final Color[] COLORS = {
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0x56B4E9),
        new Color(0xE69F00),
        new Color(0x000000)
    };

    private final XYChart chart;
    private int colors;

    /**
     * Makes an empty plot.
     *
     * @param title what it shows
     * @param horizontal label of the horizontal axis, with its unit
     * @param vertical label of the vertical axis, with its unit
     */
    public LinePlot(final String title, final String horizontal, final String vertical) {
        chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(horizontal)
                .yAxisTitle(vertical)
                .build();
        final XYStyler styler = chart.getStyler();
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setMarkerSize(5);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(new Color(0xE0E0E0));
        // Dashes become outlines, which take more of the file than the curves.
        styler.setPlotGridLinesStroke(new BasicStroke(0.5f));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    }

    /**
     * Adds a curve, and points of the same quantity from elsewhere in the same colour.
     *
     * @param name what the legend calls the curve
     * @param x where it is known
     * @param y its values there
     * @param other what the legend calls the points; null for nothing
     * @param otherX where they are
     * @param otherY their values
     * @return this
     */
    public LinePlot compare(
            final String name,
            final double[] x,
            final double[] y,
            final String other,
            final double[] otherX,
            final double[] otherY) {
        return line(name, x, y).points(other, colors - 1, otherX, otherY);
    }

    /**
     * Adds points.
     *
     * @param name what the legend calls them; null for nothing
     * @param color the number of the curve whose colour they have, from 0
     * @param x where they are
     * @param y their values
     * @return this
     */
    public LinePlot points(final String name, final int color, final double[] x, final double[] y) {
        final XYSeries points = series(name, x, y);
        points.setLineStyle(SeriesLines.NONE);
        points.setMarker(SeriesMarkers.CIRCLE);
        points.setMarkerColor(COLORS[color % COLORS.length]);
        return this;
    }

    /**
     * Adds the edges of a band as two thin curves of one colour.
     *
     * @param name what the legend calls them
     * @param x where they are known
     * @param low the lower edge
     * @param high the upper edge
     * @return this
     */
    public LinePlot band(final String name, final double[] x, final double[] low, final double[] high) {
        edge(name, x, low);
        edge(null, x, high);
        colors++;
        return this;
    }

    private void edge(final String name, final double[] x, final double[] y) {
        final XYSeries edge = series(name, x, y);
        edge.setMarker(SeriesMarkers.NONE);
        edge.setLineStyle(SeriesLines.SOLID);
        edge.setLineColor(COLORS[colors % COLORS.length]);
        edge.setLineWidth(1);
    }

    private XYSeries series(final String name, final double[] x, final double[] y) {
        final String key = name == null ? "unnamed " + chart.getSeriesMap().size() : name;
        final XYSeries series = chart.addSeries(key, x, y);
        series.setShowInLegend(name != null);
        return series;
    }

    /**
     * Adds a curve.
     *
     * @param name what the legend calls it
     * @param x where it is known
     * @param y its values there
     * @return this
     */
    public LinePlot line(final String name, final double[] x, final double[] y) {
        final XYSeries series = series(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineStyle(SeriesLines.SOLID);
        series.setLineColor(COLORS[colors % COLORS.length]);
        series.setLineWidth(1.6f);
        colors++;
        return this;
    }

    /**
     * Adds a curve of measured points with error bars.
     *
     * @param name what the legend calls it
     * @param x where it was measured
     * @param y the values there
     * @param errors half the lengths of the bars; 0 for none
     * @return this
     */
    public LinePlot measured(final String name, final double[] x, final double[] y, final double[] errors) {
        final XYSeries series = chart.addSeries(name, x, y, errors);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(COLORS[colors % COLORS.length]);
        series.setLineStyle(SeriesLines.SOLID);
        series.setLineColor(COLORS[colors % COLORS.length]);
        series.setLineWidth(1.6f);
        colors++;
        return this;
    }

    /**
     * Makes both axes logarithmic.
     *
     * @return this
     */
    public LinePlot logarithmic() {
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        return this;
    }

    /**
     * Makes the horizontal axis logarithmic.
     *
     * @return this
     */
    public LinePlot logarithmicHorizontally() {
        chart.getStyler().setXAxisLogarithmic(true);
        return this;
    }

    /**
     * Limits the decimals of the vertical axis, whose steps may not be exact in binary.
     *
     * @param pattern a {@link java.text.DecimalFormat}
     * @return this
     */
    public LinePlot decimals(final String pattern) {
        chart.getStyler().setYAxisDecimalPattern(pattern);
        return this;
    }

    /**
     * Limits the decimals of the horizontal axis.
     *
     * @param pattern a {@link java.text.DecimalFormat}
     * @return this
     */
    public LinePlot horizontalDecimals(final String pattern) {
        chart.getStyler().setXAxisDecimalPattern(pattern);
        return this;
    }

    /**
     * Gives the plot for a page.
     *
     * @param id begins the identifiers in it; its own on the page
     * @return an {@code svg} element in the page's colours
     */
    public String inline(final String id) {
        InlineSvg.style(chart.getStyler());
        return InlineSvg.element(svg(), id, chart.getTitle());
    }

    /** @return the plot as an SVG document */
    public String svg() {
        return SvgCanvas.paint(WIDTH, HEIGHT, canvas -> chart.paint(canvas, WIDTH, HEIGHT));
    }
}
