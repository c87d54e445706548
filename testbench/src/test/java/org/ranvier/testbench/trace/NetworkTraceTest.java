package org.ranvier.testbench.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterSpec;
import org.ranvier.testbench.noc.LatencySweep;
import org.ranvier.testbench.trace.VcdParser.Change;

/** A network without a chip. */
class NetworkTraceTest {
    private static final MeshSpec MESH = MeshSpec.parse("3x2");

    @TempDir
    private Path directory;

    private ChipTrace trace;
    private long passed;
    private long delivered;

    @Test
    void shouldShowWhatTheNetworkDoes() throws IOException {
        final Path vcdFile = directory.resolve("t.vcd");
        final Path perfettoFile = directory.resolve("t.perfetto-trace");
        final LatencySweep sweep = new LatencySweep(MESH, RouterSpec.islip(2, 4, 0, false), "uniform", 50, 300, 3, 1);
        sweep.observer((fabric, mesh) -> {
            fabric.addMonitor(new Counts());
            trace = new ChipTrace(fabric, mesh, TraceWindow.ALL, List.of(vcdFile, perfettoFile));
        });
        sweep.point(0.3);
        trace.stop();
        trace.complete();
        trace.close();
        final VcdParser vcd = new VcdParser(Files.readAllBytes(vcdFile));
        final PerfettoReader perfetto = new PerfettoReader(Files.readAllBytes(perfettoFile));

        assertThat(passed).isGreaterThan(500);
        assertThat(vcd.signals().entrySet().stream()
                        .filter(entry -> entry.getKey().contains(".link_"))
                        .mapToLong(entry -> high(entry.getValue(), vcd.end()))
                        .sum())
                .isEqualTo(passed);
        assertThat(slices(perfetto, "link ")).isEqualTo(passed);
        assertThat(slices(perfetto, "packets received")).isEqualTo(delivered);
    }

    /** Also when nothing moves in that cycle and a packet waits in a queue or a flit in a buffer. */
    @Test
    void shouldShowInOneCycleWhatAWholeTraceShowsThen() throws IOException {
        final Map<String, VcdParser.Signal> whole = trace(TraceWindow.ALL);
        for (long cycle = 20; cycle < 80; cycle++) {
            final long at = cycle;
            final Map<String, VcdParser.Signal> one = trace(TraceWindow.of(cycle, cycle + 1, List.of()));
            assertThat(one.keySet()).isEqualTo(whole.keySet());
            one.forEach((name, signal) ->
                    assertThat(value(signal, at)).as("%s in %d", name, at).isEqualTo(value(whole.get(name), at)));
        }
    }

    /** @return a signal's value in a cycle, which is a nanosecond */
    private static long value(final VcdParser.Signal signal, final long cycle) {
        return signal.changes.stream()
                .filter(change -> change.time() <= cycle)
                .reduce((first, second) -> second)
                .map(change -> Long.parseLong(change.value(), 2))
                .orElseThrow();
    }

    private Map<String, VcdParser.Signal> trace(final TraceWindow window) throws IOException {
        final Path file = directory.resolve("w.vcd");
        final LatencySweep sweep = new LatencySweep(MESH, RouterSpec.islip(1, 8, 1, false), "uniform", 0, 100, 1, 1);
        sweep.observer((fabric, mesh) -> trace = new ChipTrace(fabric, mesh, window, List.of(file)));
        sweep.point(0.02);
        trace.stop();
        trace.complete();
        return new VcdParser(Files.readAllBytes(file)).signals();
    }

    private static long slices(final PerfettoReader trace, final String track) {
        return trace.tracks().stream()
                .filter(any -> any.name().startsWith(track))
                .mapToLong(any -> any.slices().size())
                .sum();
    }

    private static long high(final VcdParser.Signal signal, final long end) {
        long sum = 0;
        for (int i = 0; i < signal.changes.size(); i++) {
            final Change change = signal.changes.get(i);
            final long until =
                    i + 1 < signal.changes.size() ? signal.changes.get(i + 1).time() : end;
            sum += change.value().equals("1") ? until - change.time() : 0;
        }
        return sum;
    }

    private final class Counts implements FabricMonitor {
        @Override
        public boolean seesFlits() {
            return true;
        }

        @Override
        public void queued(final long id, final int source, final int route, final long packet, final long cycle) {}

        @Override
        public void delivered(
                final long id, final int destination, final long injected, final long arrived, final int hops) {
            delivered++;
        }

        @Override
        public void passed(final long id, final int router, final int port, final long cycle) {
            passed++;
        }
    }
}
