package org.ranvier.testbench.nir.file;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.graph.Shapes;
import org.ranvier.testbench.nir.graph.Tensor;

/**
 * Reads groups and data sets of an HDF5 file that may be damaged in any way, in memory that is bounded by the file's length. Messages begin
 * with the name of what is wrong within its group; who reads puts the group's own before it.
 */
final class Hdf5File {
    /** What deflate can at most make of a byte (RFC 1951: 258 bytes of two bits). */
    private static final long BEST_COMPRESSION = 1032;

    private static final int LONGEST_STRING = 1 << 12;
    private static final long LARGEST_FILE = 1L << 30;

    private final long length;
    private long elements;

    private Hdf5File(final long length) {
        this.length = length;
    }

    /**
     * Reads a file.
     *
     * @param path the file
     * @param reader takes from it what it needs
     * @param <R> what it makes of it
     * @return what the reader returns
     * @throws ConfigurationException in one line that names the file, whatever is wrong with it
     */
    static <R> R read(final Path path, final Reader<R> reader) {
        if (!Files.isRegularFile(path)) {
            throw new ConfigurationException(path + ": no such file");
        }
        // In memory the library reads slices of what is there; from a file it would first allocate what a damaged
        // length asks for.
        try {
            if (Files.size(path) > LARGEST_FILE) {
                throw new ConfigurationException(path + ": larger than " + LARGEST_FILE + " bytes");
            }
            return read(path.toString(), Files.readAllBytes(path), reader);
        } catch (final IOException e) {
            throw new ConfigurationException(
                    path + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /**
     * Reads a file that is in memory.
     *
     * @param source what messages call it
     * @param content the file
     * @param reader takes from it what it needs
     * @param <R> what it makes of it
     * @return what the reader returns
     * @throws ConfigurationException in one line that names the source, whatever is wrong with it
     */
    static <R> R read(final String source, final byte[] content, final Reader<R> reader) {
        // The library trusts a file: addresses and lengths that make no sense end in exceptions of any kind, or in
        // groups that
        // contain themselves.
        try (HdfFile hdf = HdfFile.fromBytes(content)) {
            return reader.read(new Hdf5File(content.length), hdf);
        } catch (final ConfigurationException e) {
            throw new ConfigurationException(source + ": " + e.getMessage(), e);
        } catch (final RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new ConfigurationException(source + ": damaged, or not an HDF5 file (" + reason(e) + ")", e);
        }
    }

    /** Makes something of a file. */
    interface Reader<R> {
        /**
         * Reads.
         *
         * @param file gives access to groups and data sets
         * @param root the file's outermost group
         * @return what it made of them
         */
        R read(Hdf5File file, Group root);
    }

    private static String reason(final Throwable e) {
        final String message = e.getMessage();
        final String name = e.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? name
                : name + ": " + message.strip().lines().findFirst().orElse("");
    }

    /**
     * Finds a group.
     *
     * @param parent where it is
     * @param name its name
     * @return the group
     * @throws ConfigurationException when there is none
     */
    Group group(final Group parent, final String name) {
        if (child(parent, name) instanceof final Group group) {
            return group;
        }
        throw new ConfigurationException(name + " is missing, or is not a group");
    }

    /**
     * Lists a group.
     *
     * @param parent the group
     * @return the names of what is in it, in the file's order
     */
    Set<String> names(final Group parent) {
        final Set<String> names = parent.getChildren().keySet();
        names.forEach(name -> printable(parent.getName(), name));
        return names;
    }

    /** Messages of one line are made of what a file calls things. */
    private static String printable(final String where, final String text) {
        if (text == null || text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            throw new ConfigurationException(where + " holds a text that is empty or has control characters");
        }
        return text;
    }

    /**
     * Looks whether there is a data set.
     *
     * @param parent where it may be
     * @param name its name
     * @return whether it is there, and not one that says that there is nothing
     */
    boolean has(final Group parent, final String name) {
        return child(parent, name) instanceof final Dataset set && !set.isEmpty();
    }

    /**
     * Reads one text.
     *
     * @param parent where it is
     * @param name its name
     * @return the text
     * @throws ConfigurationException when there is none
     */
    String string(final Group parent, final String name) {
        final Object data = checked(parent, name, LONGEST_STRING).getDataFlat();
        if (data instanceof final String text) {
            return printable(name, text);
        }
        if (data instanceof final String[] texts && texts.length == 1) {
            return printable(name, texts[0]);
        }
        throw new ConfigurationException(name + " is not a text");
    }

    /**
     * Looks whether a data set holds text.
     *
     * @param parent where it is
     * @param name its name
     * @return whether its elements are texts
     */
    boolean isString(final Group parent, final String name) {
        return child(parent, name) instanceof final Dataset set && set.getJavaType() == String.class;
    }

    /**
     * Reads a table of texts.
     *
     * @param parent where it is
     * @param name its name
     * @param columns how many columns it has
     * @return its elements in row-major order
     * @throws ConfigurationException when it is something else
     */
    List<String> strings(final Group parent, final String name, final int columns) {
        final Dataset set = checked(parent, name, Shapes.MOST_ELEMENTS);
        final int[] shape = shape(set, name);
        if (Shapes.size(shape) == 0) {
            return List.of();
        }
        if (shape.length != 2 || shape[1] != columns || !(set.getDataFlat() instanceof final String[] texts)) {
            throw new ConfigurationException(
                    name + " has shape " + Shapes.text(shape) + ", expected texts of shape (edges, " + columns + ")");
        }
        return Arrays.stream(texts).map(text -> printable(name, text)).toList();
    }

    /**
     * Reads numbers.
     *
     * @param parent where they are
     * @param name the name of their data set
     * @return the numbers, each finite
     * @throws ConfigurationException when they are missing, more than the file can hold, no numbers or not finite
     */
    Tensor tensor(final Group parent, final String name) {
        final Dataset set = checked(parent, name, Shapes.MOST_ELEMENTS);
        final int[] shape = shape(set, name);
        final double[] data = Shapes.size(shape) == 0 ? new double[0] : Numbers.of(set.getDataFlat());
        if (data == null || data.length != Shapes.size(shape)) {
            throw new ConfigurationException(name + " does not hold numbers");
        }
        for (final double value : data) {
            if (!Double.isFinite(value)) {
                throw new ConfigurationException(name + " holds " + value + ", expected finite numbers");
            }
        }
        return new Tensor(shape, data);
    }

    private static Node child(final Group parent, final String name) {
        return parent.getChildren().get(name);
    }

    /** Compares what a data set declares with what the file can hold, before anything is allocated for it. */
    private Dataset checked(final Group parent, final String name, final long most) {
        if (!(child(parent, name) instanceof final Dataset set)) {
            throw new ConfigurationException(name + " is missing");
        }
        final long size = elements(set, name);
        final long bytes = Math.multiplyExact(size, set.getDataType().getSize());
        final long room = set instanceof ContiguousDataset ? length : length * BEST_COMPRESSION;
        elements += size;
        if (bytes > room || size > most || elements > 2L * Shapes.MOST_ELEMENTS) {
            throw new ConfigurationException(
                    name + " declares " + size + " elements, more than the file can hold or " + most);
        }
        return set;
    }

    private static long elements(final Dataset set, final String name) {
        long size = 1;
        for (final long dimension : set.getDimensionsAsLong()) {
            if (dimension < 0 || dimension > Integer.MAX_VALUE) {
                throw new ConfigurationException(name + " has a dimension of " + dimension + " elements");
            }
            size = Math.multiplyExact(size, dimension);
        }
        return size;
    }

    private static int[] shape(final Dataset set, final String name) {
        elements(set, name);
        return Arrays.stream(set.getDimensionsAsLong())
                .mapToInt(Math::toIntExact)
                .toArray();
    }
}
