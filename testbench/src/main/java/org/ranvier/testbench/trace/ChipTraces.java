package org.ranvier.testbench.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.testbench.observe.ChipObserver;

/**
 * The traces of a command: of each chip, or network without one, that it builds, one after another. The first has the files that were asked for, the others have
 * their number in the name, as in {@code run-2.vcd}.
 *
 * <p>Files have their names when the command has done everything; one that fails leaves none.
 */
public final class ChipTraces implements ChipObserver, AutoCloseable {
    private final TraceRequest request;
    private final List<ChipTrace> traces = new ArrayList<>();

    /**
     * @param request what is asked for
     */
    public ChipTraces(final TraceRequest request) {
        this.request = request;
    }

    @Override
    public void built(final Chip chip, final ChipSpec spec) {
        next(files -> new ChipTrace(chip, spec, request.window(), request.profile(), files));
    }

    /**
     * A network without a chip is built and has carried nothing yet.
     *
     * @param network an exact network
     * @param mesh its mesh
     */
    public void built(final Fabric network, final MeshSpec mesh) {
        next(files -> new ChipTrace(network, mesh, request.window(), files));
    }

    private void next(final Function<List<Path>, ChipTrace> trace) {
        if (request.files().isEmpty()) {
            return;
        }
        stop();
        final int number = traces.size() + 1;
        traces.add(trace.apply(request.files().stream()
                .map(file -> TraceFormat.of(file).numbered(file, number))
                .toList()));
    }

    private void stop() {
        if (!traces.isEmpty()) {
            traces.get(traces.size() - 1).stop();
        }
    }

    /**
     * Gives all files their names: the command has done everything.
     *
     * @throws ConfigurationException when one cannot be written, or there was no chip to trace
     */
    public void complete() {
        if (traces.isEmpty() && !request.files().isEmpty()) {
            throw ConfigurationException.of("--trace", request.files().get(0), "a command that runs a chip");
        }
        stop();
        traces.forEach(ChipTrace::complete);
    }

    @Override
    public void close() {
        traces.forEach(ChipTrace::close);
    }
}
