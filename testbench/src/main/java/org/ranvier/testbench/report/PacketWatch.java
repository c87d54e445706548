package org.ranvier.testbench.report;

import java.util.Map;
import org.ranvier.core.chip.Chip;

/** Watches the packets of the first few samples of a pass. */
final class PacketWatch {
    private static final int WATCHED = 4;

    private final Chip chip;
    private final PacketWindow packets = new PacketWindow();

    PacketWatch(final Chip chip) {
        this.chip = chip;
    }

    void begin() {
        packets.begin(chip.cycle());
        chip.fabric().addMonitor(packets);
    }

    void sampleDone() {
        if (packets.samples() < WATCHED) {
            packets.sampleDone();
            if (packets.samples() == WATCHED) {
                end();
            }
        }
    }

    void end() {
        chip.fabric().removeMonitor(packets);
    }

    Map<String, Object> describe() {
        return packets.describe();
    }
}
