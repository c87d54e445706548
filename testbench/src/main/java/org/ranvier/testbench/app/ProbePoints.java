package org.ranvier.testbench.app;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.ProbePoint;
import org.ranvier.core.isa.Program;

/** Adds the probe points of an app to a program: a region that is watched every tick is looked at before every {@code bar}. */
final class ProbePoints {
    /** Names in a program are words, so this cannot be one of its own. */
    private static final String BARRIER = "bar:";

    private ProbePoints() {}

    /** @return the name of the points that were added for a region */
    static String barrier(final String region) {
        return BARRIER + region;
    }

    /** @return whether an event belongs to a tick */
    static boolean isTick(final CoreEvent event) {
        return event.compareTo(CoreEvent.PHASE0) >= 0 && event.compareTo(CoreEvent.DRAIN) < 0;
    }

    /**
     * Adds the points, and checks that what the app watches exists.
     *
     * @param program the program
     * @param probes the probes of the app
     * @param core the core that runs the program
     * @return the program with its points and the new ones
     */
    static Program add(final Program program, final List<AppProbe> probes, final String core) {
        final List<ProbePoint> points = new ArrayList<>(program.probes());
        for (final AppProbe probe : probes) {
            if (probe.core().equals(core)) {
                if (probe.probe() != null) {
                    checkPoint(program, probe);
                } else {
                    addRegion(program, probe, points);
                }
            }
        }
        return new Program(
                program.name(),
                program.words(),
                program.pool(),
                program.regions(),
                program.phases(),
                program.lines(),
                program.labels(),
                program.registers(),
                program.events(),
                program.packets(),
                List.copyOf(points),
                program.seeds(),
                program.data());
    }

    private static void checkPoint(final Program program, final AppProbe probe) {
        final List<String> known =
                program.probes().stream().map(ProbePoint::name).distinct().toList();
        if (!known.contains(probe.probe())) {
            throw probe.at()
                    .error("the program of core '" + probe.core() + "' has no .probe '" + probe.probe()
                            + "', expected one of " + known);
        }
    }

    private static void addRegion(final Program program, final AppProbe probe, final List<ProbePoint> points) {
        final int region = program.region(probe.region());
        if (region < 0) {
            throw probe.at().error("the program of core '" + probe.core() + "' has no region '" + probe.region() + "'");
        }
        if (probe.perSample()) {
            return;
        }
        if (program.regions().get(region).array()) {
            throw probe.at().error("a synapse array is watched with 'every: sample'");
        }
        if (program.events().keySet().stream().noneMatch(ProbePoints::isTick)) {
            throw probe.at()
                    .error(
                            "the program of core '" + probe.core()
                                    + "' has no handler for a phase of a tick, so it is never at a barrier of its own: use 'every: sample'");
        }
        for (int address = 0; address < program.words().length; address++) {
            final Op op = program.instruction(address).op();
            if (op == Op.BAR || op == Op.STOP) {
                points.add(new ProbePoint(address, barrier(probe.region()), region));
            }
        }
    }
}
