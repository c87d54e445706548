package org.ranvier.testbench.app;

import java.util.List;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.yaml.YamlNode;

/**
 * One image a sample: before the first tick, a packet per pixel that is not zero, key = pixel, payload = brightness 1..255; and,
 * where asked for, one packet whose key is the label, which is sent first.
 *
 * @param at where the file describes it
 * @param images the images
 * @param first the image of sample 0
 * @param samples how many are shown
 * @param to the cores that receive pixels
 * @param kind the kind of pixels
 * @param label the label packet, or null
 */
record ImageSamples(YamlNode at, ImageSet images, int first, int samples, List<String> to, String kind, Label label)
        implements StimulusSpec {

    /**
     * How the label is sent.
     *
     * @param at where the file describes it
     * @param to the cores that receive it
     * @param kind its kind
     * @param payload its payload
     */
    record Label(YamlNode at, List<String> to, String kind, int payload) {}

    @Override
    public Stimulus bind(final HostLink host) {
        if (host.samples() > images.count() - first) {
            throw at.error(host.samples() + " samples from image " + first + " on are more than the " + images.count()
                    + " images of " + images.name());
        }
        final int pixelKind = host.kind(at, kind);
        final int pixelRoute = host.route(at, kind, to);
        final int labelKind = label == null ? 0 : host.kind(label.at(), label.kind());
        final int labelRoute = label == null ? 0 : host.route(label.at(), label.kind(), label.to());
        final int size = images.imageSize();
        return (event, sample, tick, port) -> {
            if (event != CoreEvent.LOAD) {
                return;
            }
            final int image = first + sample;
            if (label != null) {
                port.queue(labelRoute, labelKind, images.label(image), label.payload());
            }
            for (int pixel = 0; pixel < size; pixel++) {
                if (images.pixel(image, pixel) != 0) {
                    port.queue(pixelRoute, pixelKind, pixel, images.pixel(image, pixel));
                }
            }
        };
    }
}
