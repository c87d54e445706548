package org.ranvier.testbench.app;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreActivity;

/**
 * What a run of an app took.
 *
 * @param app the app
 * @param cycles cycles over all samples
 * @param hostSent packets that the host sent, copies of a multicast counted once
 * @param hostReceived packets that the host received
 * @param cores one entry a core, in the order of the file
 */
public record AppResult(AppSpec app, long cycles, long hostSent, long hostReceived, List<CoreResult> cores) {

    /**
     * What one core did.
     *
     * @param name what the app calls it
     * @param node the fabric node it sits at
     * @param program its source, as the app names it
     * @param memoryUsed bytes of local memory that the program and its regions take
     * @param activity where its time went
     * @param packetsSent packets sent, copies of a multicast counted once
     * @param coincidences pulses that met a device of its array; 0 without one
     */
    public record CoreResult(
            String name,
            int node,
            String program,
            int memoryUsed,
            CoreActivity activity,
            long packetsSent,
            long coincidences) {}

    static AppResult of(final AppChip app, final long hostSent, final long hostReceived) {
        final Chip chip = app.chip();
        final List<CoreResult> cores = new ArrayList<>();
        for (int i = 0; i < chip.cores().size(); i++) {
            final Core core = chip.cores().get(i);
            final AppCore description = app.spec().cores().get(i);
            cores.add(new CoreResult(
                    description.name(),
                    core.node(),
                    description.program().reference(),
                    core.program().memoryMap().used(),
                    core.activity(),
                    core.packetsSent(),
                    chip.array(i) == null ? 0 : chip.array(i).coincidences()));
        }
        return new AppResult(app.spec(), chip.cycle(), hostSent, hostReceived, cores);
    }

    /** @return cycles of a sample, on average */
    public double cyclesPerSample() {
        return (double) cycles / app.samples();
    }

    /** @return time on the chip, in seconds */
    public double chipSeconds() {
        return cycles / app.chip().clockHz();
    }

    /** @return packets that cores sent */
    public long coresSent() {
        return cores.stream().mapToLong(CoreResult::packetsSent).sum();
    }

    /** @return device pulses that coincided, over all arrays */
    public long coincidences() {
        return cores.stream().mapToLong(CoreResult::coincidences).sum();
    }
}
