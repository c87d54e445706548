package org.ranvier.testbench.app;

import java.util.Map;
import org.ranvier.core.array.SramArray;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.MappingException;
import org.ranvier.core.isa.Program;
import org.ranvier.core.memory.Region;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.core.memory.RegionType;
import org.ranvier.core.memory.RowPointers;
import org.ranvier.programs.chip.TileSpec;
import org.ranvier.rpu.Crossbar;
import org.ranvier.rpu.cell.Fixed;

/** Makes the synapse array of one core and fills array and regions. */
final class CoreLoader {
    /** Streams of random contents of one core: its regions, by index; a core has at most 64. */
    private static final int STREAMS = 64;

    /** The longest row of a list: more than any key can name neurons. */
    private static final int MAX_ROW = 1 << 16;

    private final AppSpec app;
    private final AppCore description;
    private final int index;

    /**
     * @param app the app
     * @param index the core's place in it
     */
    CoreLoader(final AppSpec app, final int index) {
        this.app = app;
        this.description = app.cores().get(index);
        this.index = index;
    }

    /**
     * Makes the array.
     *
     * @param program what the core runs
     * @return the array with its first weights, or null when the program declares none
     */
    SynapseArray array(final Program program) {
        final RegionSpec shape = program.array();
        final AppArray wanted = description.array();
        if (shape == null) {
            if (wanted != null) {
                throw wanted.at().error("the program of core '" + description.name() + "' declares no .array");
            }
            return null;
        }
        if (wanted == null) {
            throw new ConfigurationException("the key 'array' is missing, the program declares " + shape.name() + " "
                    + shape.type().label() + " " + shape.rows() + " x " + shape.columns());
        }
        final SynapseArray array = wanted.isCrossbar() ? crossbar(shape, wanted) : sram(shape, wanted);
        if (wanted.weights() != null) {
            final double[][] weights = wanted.weights().cells(shape.rows(), shape.columns(), app.seed(), stream(0));
            for (int row = 0; row < shape.rows(); row++) {
                for (int column = 0; column < shape.columns(); column++) {
                    final double weight = weights[row][column];
                    array.weight(
                            row, column, wanted.isCrossbar() ? Fixed.of(weight) : whole(shape.name(), shape, weight));
                }
            }
        }
        return array;
    }

    private SynapseArray crossbar(final RegionSpec shape, final AppArray wanted) {
        final TileSpec tile = app.chip().tile();
        if (shape.rows() > tile.rows() || shape.columns() > tile.columns()) {
            throw new MappingException("array '" + shape.name() + "' of core '" + description.name() + "' has "
                    + shape.rows() + " x " + shape.columns() + " synapses, the chip's tiles have " + tile.rows() + " x "
                    + tile.columns());
        }
        return new Crossbar(tile.crossbar(shape.rows(), shape.columns(), wanted.device())
                .withReadNoise(wanted.readNoise())
                .withAddress(app.seed(), index));
    }

    private SynapseArray sram(final RegionSpec shape, final AppArray wanted) {
        return new SramArray(
                shape.rows(),
                shape.columns(),
                shape.type(),
                wanted.step(),
                app.chip().core().portBits());
    }

    /**
     * Fills the regions.
     *
     * @param core the core
     */
    void load(final Core core) {
        for (final Map.Entry<String, CellSource> entry : description.data().entrySet()) {
            final int number = core.program().region(entry.getKey());
            if (number < 0 || core.program().regions().get(number).array()) {
                throw new ConfigurationException("data: " + entry.getKey() + ": the program of core '"
                        + description.name() + "' has no region of that name in local memory");
            }
            final Region region = core.region(entry.getKey());
            final RegionSpec shape = region.spec();
            if (shape.isList()) {
                load(region, entry.getValue().cells(1, shape.elements(), app.seed(), stream(number + 1))[0]);
                continue;
            }
            final double[][] cells =
                    entry.getValue().cells(shape.rows(), shape.columns(), app.seed(), stream(number + 1));
            for (int row = 0; row < shape.rows(); row++) {
                for (int column = 0; column < shape.columns(); column++) {
                    region.set(row, column, whole(entry.getKey(), shape, cells[row][column]));
                }
            }
        }
    }

    private static void load(final Region list, final double[] values) {
        for (int i = 0; i < values.length; i++) {
            list.elements().set(i, whole(list.spec().name(), list.spec(), values[i]));
        }
    }

    /**
     * Gives the program's lists their rows.
     *
     * @param program what the core runs
     * @return the program with rows
     */
    Program rows(final Program program) {
        Program with = program;
        for (final Map.Entry<String, CellSource> entry : description.rows().entrySet()) {
            final int number = program.region(entry.getKey());
            if (number < 0 || !program.regions().get(number).isList()) {
                throw new ConfigurationException("rows: " + entry.getKey() + ": the program of core '"
                        + description.name() + "' has no list of that name");
            }
            final double[] lengths =
                    entry.getValue().cells(1, program.regions().get(number).rows(), app.seed(), stream(number + 1))[0];
            with = with.withRows(entry.getKey(), RowPointers.ofLengths(lengths(entry.getKey(), lengths)));
        }
        return with;
    }

    private static int[] lengths(final String list, final double[] values) {
        final int[] lengths = new int[values.length];
        for (int row = 0; row < lengths.length; row++) {
            lengths[row] = (int) Math.rint(values[row]);
            if (lengths[row] < 0 || lengths[row] > MAX_ROW) {
                throw ConfigurationException.of("rows: " + list, Double.toString(values[row]), "0.." + MAX_ROW);
            }
        }
        return lengths;
    }

    private int stream(final int region) {
        return index * (STREAMS + 1) + region;
    }

    private static int whole(final String name, final RegionSpec shape, final double value) {
        final RegionType type = shape.type();
        final double rounded = Math.rint(value);
        if (rounded < type.min() || rounded > type.max()) {
            throw ConfigurationException.of(
                    name, Double.toString(value), type.min() + ".." + type.max() + ", the range of " + type.label());
        }
        return (int) rounded;
    }
}
