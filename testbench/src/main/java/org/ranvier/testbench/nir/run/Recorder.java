package org.ranvier.testbench.nir.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.graph.Neuron;
import org.ranvier.testbench.nir.graph.Node;

/**
 * Writes the steps of one sample: {@code spikes-NODE.csv} of every population that fires, {@code potential-NODE.csv} of those that are asked
 * for, {@code output-NODE.csv} of every Output. A row a step, a column an element. All of them are there, or none.
 */
public final class Recorder implements Monitor, AutoCloseable {
    /** A file and where its rows come from. */
    private record Sheet(int node, boolean potential, CsvSheet file) {}

    private final Set<String> names = new HashSet<>();
    private final List<Sheet> sheets = new ArrayList<>();

    /**
     * Opens the files.
     *
     * @param network the network that is run
     * @param potentials paths of the populations whose potentials are recorded
     * @param directory where the files are; exists
     * @throws ConfigurationException when there is no such population
     */
    public Recorder(final Network network, final List<String> potentials, final Path directory) {
        for (final String path : potentials) {
            if (!(network.nodes().get(network.index(path)).operation() instanceof Neuron)) {
                throw ConfigurationException.of("--record", path, "a population of neurons");
            }
        }
        for (int i = 0; i < network.nodes().size(); i++) {
            final Node node = network.nodes().get(i);
            if (node.operation() instanceof final Neuron neuron) {
                if (neuron.spiking()) {
                    sheets.add(new Sheet(i, false, sheet(directory, "spikes", node.path())));
                }
                if (potentials.contains(node.path())) {
                    sheets.add(new Sheet(i, true, sheet(directory, "potential", node.path())));
                }
            } else if (network.outputs().contains(i)) {
                sheets.add(new Sheet(i, false, sheet(directory, "output", node.path())));
            }
        }
    }

    /** Names in a graph may hold anything; files are called by what is safe in them, with a number when that is not unique. */
    private CsvSheet sheet(final Path directory, final String what, final String path) {
        final String safe = what + "-" + path.replaceAll("[^A-Za-z0-9._-]", "_");
        String name = safe;
        for (int n = 2; !names.add(name.toLowerCase(Locale.ROOT)); n++) {
            name = safe + "-" + n;
        }
        return new CsvSheet(directory.resolve(name + ".csv"));
    }

    @Override
    public void step(final int step, final Activity activity) {
        for (final Sheet sheet : sheets) {
            sheet.file().row(sheet.potential() ? activity.potential(sheet.node()) : activity.output(sheet.node()));
        }
    }

    /** Makes the files appear. */
    public void commit() {
        sheets.forEach(sheet -> sheet.file().commit());
    }

    @Override
    public void close() {
        sheets.forEach(sheet -> sheet.file().close());
    }
}
