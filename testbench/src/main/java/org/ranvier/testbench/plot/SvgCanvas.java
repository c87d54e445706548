package org.ranvier.testbench.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.w3c.dom.Document;

/** Turns what is painted into an SVG document. */
final class SvgCanvas {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private SvgCanvas() {}

    static String paint(final int width, final int height, final Consumer<Graphics2D> painter) {
        // A server has no display; must be set before the first class of AWT is initialised.
        System.setProperty("java.awt.headless", "true");
        try {
            final Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
            final SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setPrecision(2);
            context.setComment(null);
            final SVGGraphics2D canvas = new SVGGraphics2D(context, true);
            canvas.setSVGCanvasSize(new Dimension(width, height));
            painter.accept(canvas);
            final StringWriter text = new StringWriter();
            canvas.stream(text, true);
            return text.toString();
        } catch (final ParserConfigurationException | SVGGraphics2DIOException e) {
            throw new IllegalStateException("the XML parser or generator of this JVM does not work", e);
        }
    }
}
