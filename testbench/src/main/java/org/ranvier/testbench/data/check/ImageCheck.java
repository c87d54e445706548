package org.ranvier.testbench.data.check;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.ImageStream;

/** Reads every image of a pair of IDX files, one at a time. */
public final class ImageCheck {
    private ImageCheck() {}

    /**
     * Checks a pair.
     *
     * @param stem what the names of its files begin with
     * @param images its images
     * @param mostLines anomalies that are told one by one
     * @param progress hears how many images are done
     * @return what there is
     */
    public static PartReport run(
            final String stem, final ImageStream images, final int mostLines, final IntConsumer progress) {
        final Anomalies anomalies = new Anomalies(mostLines);
        final int[] counts = new int[images.classes()];
        final Spread brightness = new Spread();
        final Spread ink = new Spread();
        int done = 0;
        try {
            for (; done < images.size(); done++) {
                final ImageStream.Image image = images.read(done);
                counts[image.label()]++;
                ink.add(add(image.pixels(), brightness));
                progress.accept(done + 1);
            }
        } catch (final ConfigurationException e) {
            // What follows the damage in a file cannot be found.
            anomalies.unreadable(e.getMessage());
        }
        final List<String> classes =
                IntStream.range(0, counts.length).mapToObj(Integer::toString).toList();
        final PartReport report = new PartReport(
                stem + ": " + images.size() + " images of " + images.columns() + "x" + images.rows()
                        + (images.transposed() ? ", transposed in the file" : ""),
                classes,
                counts,
                anomalies);
        report.fact("pixels", brightness.text("%.0f", ""));
        report.fact("not zero", ink.text("%.0f", " an image"));
        report.fact("unreadable", Integer.toString(images.size() - done));
        return report;
    }

    private static int add(final byte[] pixels, final Spread brightness) {
        int ink = 0;
        for (final byte pixel : pixels) {
            brightness.add(pixel & 0xff);
            ink += pixel == 0 ? 0 : 1;
        }
        return ink;
    }
}
