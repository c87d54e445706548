package org.ranvier.programs.anytime;

import org.ranvier.core.chip.HostPort;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.PacketKinds;

/** The host's side of an image without a label: before the first tick, one packet for every pixel that is not 0. */
final class PixelHost {
    private final int kind;
    private final int route;
    private final int pixelCount;
    private byte[] pixels;
    private int offset;

    PixelHost(final PacketKinds kinds, final int route, final int pixelCount) {
        this.kind = kinds.number("PIX");
        this.route = route;
        this.pixelCount = pixelCount;
    }

    void show(final byte[] image, final int from) {
        pixels = image;
        offset = from;
    }

    void present(final CoreEvent event, final int tick, final HostPort port) {
        for (int i = 0; event == CoreEvent.LOAD && i < pixelCount; i++) {
            if (pixels[offset + i] != 0) {
                port.queue(route, kind, i, pixels[offset + i] & 0xFF);
            }
        }
    }
}
