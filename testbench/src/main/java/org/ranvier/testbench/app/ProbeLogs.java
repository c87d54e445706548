package org.ranvier.testbench.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreMonitor;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.ProbePoint;
import org.ranvier.core.memory.Region;
import org.ranvier.core.packet.Packet;

/**
 * Everything that is watched on a chip: the probes of an app and what the host receives. A log belongs to one core, so to the thread
 * that simulates it.
 */
final class ProbeLogs implements CoreMonitor, AutoCloseable {
    private final Chip chip;
    private final int ticks;
    private final List<CsvOutput> outputs = new ArrayList<>();
    private final List<ProbeLog> logs = new ArrayList<>();
    private final Map<Core, Map<String, List<ProbeLog>>> points = new HashMap<>();
    private final CsvOutput host;
    private final PrintedProbes printed;
    private int sample;

    /**
     * Connects the probes.
     *
     * @param app the chip
     * @param directory where files are written, or null: they are not
     * @param printed the standard output
     */
    ProbeLogs(final AppChip app, final Path directory, final PrintWriter out) {
        chip = app.chip();
        ticks = app.ticks();
        printed = new PrintedProbes(out);
        try {
            for (final AppProbe probe : app.spec().probes()) {
                add(app, probe, directory);
                printed.print();
            }
            host = file("host.csv", directory);
            outputs.add(host);
        } catch (final RuntimeException e) {
            close();
            throw e;
        }
        points.keySet().forEach(core -> core.monitor(this));
        host.line("sample,tick,cycle,kind,key,payload");
        chip.host().monitor(this::received);
    }

    private static CsvOutput file(final String name, final Path directory) {
        return directory == null ? CsvOutput.none() : CsvOutput.file(directory.resolve(name));
    }

    private void add(final AppChip app, final AppProbe probe, final Path directory) {
        final int place = app.place(probe.at(), probe.core());
        final CsvOutput out = probe.out().equals(AppProbe.STANDARD_OUTPUT)
                ? CsvOutput.printed(printed.sheet(place))
                : file(probe.out(), directory);
        outputs.add(out);
        final Core core = chip.cores().get(place);
        final SynapseArray array = chip.array(place);
        final String point = probe.probe() == null ? ProbePoints.barrier(probe.region()) : probe.probe();
        final int region = probe.probe() == null
                ? core.program().region(probe.region())
                : core.program().probes().stream()
                        .filter(candidate -> candidate.name().equals(point))
                        .findFirst()
                        .orElseThrow()
                        .region();
        final ProbeLog log = new ProbeLog(probe, core, array, region, out);
        logs.add(log);
        points.computeIfAbsent(core, unused -> new HashMap<>())
                .computeIfAbsent(point, unused -> new ArrayList<>())
                .add(log);
    }

    @Override
    public void probe(final Core core, final ProbePoint point, final Region region, final long cycle) {
        final List<ProbeLog> listeners = points.get(core).get(point.name());
        if (listeners != null) {
            for (final ProbeLog log : listeners) {
                if (log.probe().probe() != null || ProbePoints.isTick(chip.event())) {
                    log.hit(region, sample, tick(), cycle);
                }
            }
        }
    }

    /** The running tick; what happens after the last one is in the tick that would follow. */
    private int tick() {
        return chip.event().compareTo(CoreEvent.DRAIN) >= 0 ? ticks : chip.tick();
    }

    private void received(final long packet, final int tick, final long cycle) {
        final PacketKinds kinds = chip.kinds();
        host.line(sample + "," + tick() + "," + cycle + "," + kinds.name(Packet.kind(packet)) + "," + Packet.key(packet)
                + "," + Packet.payload(packet));
    }

    /**
     * A sample begins.
     *
     * @param number its number, from 0
     */
    void sampleStart(final int number) {
        sample = number;
    }

    /** The sample is over. */
    void sampleEnd() {
        printed.print();
        for (final ProbeLog log : logs) {
            log.sampleEnd(sample);
            printed.print();
        }
    }

    /** @return packets that the host received */
    long received() {
        return host.lines() - 1;
    }

    /** Makes the files appear, all after the last one is complete. */
    void commit() {
        outputs.forEach(CsvOutput::commit);
    }

    @Override
    public void close() {
        printed.print();
        outputs.forEach(CsvOutput::close);
    }
}
