package org.ranvier.programs.layered;

import org.ranvier.core.chip.HostPort;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.PacketKinds;

/** The host's side of an image: before the first tick, a packet with the label, then one for every pixel that is not 0. */
public final class ImageHost {
    private final LabelHost label;
    private final int pixelKind;
    private final int pixelRoute;
    private final int pixelCount;

    private byte[] pixels;
    private int offset;

    /**
     * @param kinds the programs' packet kinds, {@code PIX} and {@code LAB} among them
     * @param pixelRoute where pixels go
     * @param labelRoute where the label goes
     * @param pixelCount pixels of an image
     */
    public ImageHost(final PacketKinds kinds, final int pixelRoute, final int labelRoute, final int pixelCount) {
        label = new LabelHost(kinds, labelRoute);
        pixelKind = kinds.number("PIX");
        this.pixelRoute = pixelRoute;
        this.pixelCount = pixelCount;
    }

    /**
     * Chooses what the next sample shows.
     *
     * @param image pixel bytes, 0..255 unsigned
     * @param from index of the first pixel
     * @param target key of the label packet
     * @param payload payload of the label packet
     */
    public void show(final byte[] image, final int from, final int target, final int payload) {
        pixels = image;
        offset = from;
        label.show(target, payload);
    }

    /**
     * Queues the packets of the sample; the host's driver.
     *
     * @param event what the chip begins
     * @param tick the tick
     * @param port gets the packets
     */
    public void present(final CoreEvent event, final int tick, final HostPort port) {
        if (event != CoreEvent.LOAD) {
            return;
        }
        label.present(event, port);
        for (int i = 0; i < pixelCount; i++) {
            if (pixels[offset + i] != 0) {
                port.queue(pixelRoute, pixelKind, i, pixels[offset + i] & 0xFF);
            }
        }
    }
}
