package org.ranvier.testbench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class LinePlotTest {
    private static final double[] X = {0, 1, 2};
    private static final double[] Y = {0, 1, 4};

    @Test
    void drawsCurvesAndPointsInTheSameColour() throws Exception {
        final String svg = new LinePlot("response", "pulses", "weight")
                .compare("here", X, Y, "there", X, Y)
                .svg();
        final Element root = parse(svg).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("svg");
        assertThat(root.getAttribute("width")).isEqualTo("720");
        // The curve, and its three points and one in the legend.
        assertThat(svg.split("rgb\\(0,114,178\\)", -1)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(root.getElementsByTagName("text").getLength()).isZero();
    }

    @Test
    void drawsTheSameTwice() {
        assertThat(new LinePlot("a", "b", "c").line("d", X, Y).svg())
                .isEqualTo(new LinePlot("a", "b", "c").line("d", X, Y).svg());
    }

    private static Document parse(final String svg) throws Exception {
        final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
