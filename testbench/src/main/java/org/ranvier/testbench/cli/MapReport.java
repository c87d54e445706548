package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ranvier.programs.layered.LayerMapping;
import org.ranvier.programs.layered.Placement;
import org.ranvier.router.MeshSpec;

/** Prints a mapping: a row a core, then the mesh as a floor plan. */
final class MapReport {
    private static final String ROW = "%5s %8s  %-22s %-12s %-10s %7s %7s %7s %6s%n";

    private final LayerMapping mapping;
    private final boolean crossbars;
    private final MeshSpec mesh;

    /**
     * @param mapping what is printed
     * @param crossbars whether synapses are devices of crossbar tiles, not words of the core's memory
     */
    MapReport(final LayerMapping mapping, final boolean crossbars) {
        this.mapping = mapping;
        this.crossbars = crossbars;
        this.mesh = mapping.chip().mesh();
    }

    void print(final PrintWriter out) {
        out.printf(
                "%s on a %s mesh: %d of %d cores, %s%d bytes of memory a core%n%n",
                IntStream.rangeClosed(0, mapping.layers())
                        .mapToObj(layer -> String.valueOf(mapping.size(layer)))
                        .collect(Collectors.joining("-")),
                mesh,
                mapping.placements().size(),
                mesh.localNodes(),
                crossbars
                        ? "tiles of " + mapping.chip().tile().rows() + " x "
                                + mapping.chip().tile().columns() + ", "
                        : "weights among ",
                mapping.chip().core().memoryBytes());
        out.printf(ROW, "node", "router", "role", "neurons", "array", "of tile", "used B", "free B", "words");
        mapping.placements().forEach(placement -> row(out, placement));
        out.println();
        plan(out);
    }

    private void row(final PrintWriter out, final Placement placement) {
        final int router = mesh.router(placement.node());
        final int used = mapping.bytes(placement);
        final boolean input = placement.layer() == 0;
        final double cells = (double) placement.rows() * placement.neurons();
        final double tile =
                (double) mapping.chip().tile().rows() * mapping.chip().tile().columns();
        out.printf(
                ROW,
                placement.node(),
                "(" + router % mesh.columns() + "," + router / mesh.columns() + ")",
                role(placement),
                placement.first() + ".." + (placement.end() - 1),
                input ? "-" : placement.rows() + "x" + placement.neurons(),
                input || !crossbars ? "-" : String.format(Locale.ROOT, "%.1f%%", 100 * cells / tile),
                used,
                mapping.chip().core().memoryBytes() - used,
                placement.program().words().length);
    }

    private String role(final Placement placement) {
        final int tiles = mapping.layer(placement.layer()).size();
        final String role = LayerMapping.roleName(placement.layer(), placement.tile(), tiles);
        return placement.layer() == mapping.layers() ? role + " (output)" : role;
    }

    /** One cell a router; L1.0 is tile 0 of layer 1, in the place of input IN; a dot is a core that is free. */
    private void plan(final PrintWriter out) {
        final int nodes = mesh.concentration();
        final int width = nodes == 1 ? 6 : 22;
        final String edge = "       +" + ("-".repeat(width) + "+").repeat(mesh.columns());
        out.println(edge);
        for (int y = 0; y < mesh.rows(); y++) {
            final StringBuilder line = new StringBuilder(y == 0 ? "host --|" : "       |");
            for (int x = 0; x < mesh.columns(); x++) {
                line.append(centred(cell(y * mesh.columns() + x), width)).append('|');
            }
            out.println(line);
            out.println(edge);
        }
        out.println("       IN input, Ll.t tile t of layer l, . free");
    }

    private String cell(final int router) {
        final StringBuilder cell = new StringBuilder();
        for (int node = 0; node < mesh.localNodes(); node++) {
            if (mesh.router(node) == router) {
                cell.append(cell.length() == 0 ? "" : " ").append(label(node));
            }
        }
        return cell.toString();
    }

    private String label(final int node) {
        for (final Placement placement : mapping.placements()) {
            if (placement.node() == node) {
                return placement.layer() == 0 ? "IN" : "L" + placement.layer() + "." + placement.tile();
            }
        }
        return ".";
    }

    private static String centred(final String text, final int width) {
        final int left = Math.max(0, (width - text.length()) / 2);
        return " ".repeat(left) + text + " ".repeat(Math.max(0, width - text.length() - left));
    }
}
