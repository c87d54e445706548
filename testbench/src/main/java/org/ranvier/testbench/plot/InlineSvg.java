package org.ranvier.testbench.plot;

import java.awt.Color;
import org.knowm.xchart.style.AxesChartStyler;

/**
 * Prepares plots for a page that has a colour scheme of its own: no background, and text and axes in the colour of the page's text.
 *
 * <p>XChart knows fixed colours only, so ink is painted in one that nothing else uses and replaced by {@code currentColor}.
 */
final class InlineSvg {
    private static final Color INK = new Color(1, 2, 3);
    private static final Color CLEAR = new Color(0, 0, 0, 0);
    private static final Color GRID = new Color(128, 128, 128, 70);

    private InlineSvg() {}

    static void style(final AxesChartStyler styler) {
        styler.setChartBackgroundColor(CLEAR);
        styler.setPlotBackgroundColor(CLEAR);
        styler.setLegendBackgroundColor(CLEAR);
        styler.setLegendBorderColor(CLEAR);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setChartFontColor(INK);
        styler.setErrorBarsColor(INK);
        styler.setAxisTickLabelsColor(INK);
        styler.setAxisTickMarksColor(INK);
        styler.setXAxisTitleColor(INK);
        styler.setYAxisTitleColor(INK);
    }

    /**
     * Turns a document into an element.
     *
     * @param svg the document
     * @param id begins the identifiers in it, which would otherwise be those of other plots of the page
     * @param label what it shows, in words; without characters that mean something in markup
     */
    static String element(final String svg, final String id, final String label) {
        final String body = svg.substring(svg.indexOf('>', svg.indexOf("<svg")) + 1);
        return ("<svg class=\"plot\" role=\"img\" aria-label=\"" + label + "\" viewBox=\"0 0 " + LinePlot.WIDTH + " "
                        + LinePlot.HEIGHT
                        + "\" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
                        + body)
                .replace("rgb(1,2,3)", "currentColor")
                .replace("id=\"", "id=\"" + id)
                .replace("url(#", "url(#" + id)
                .strip();
    }
}
