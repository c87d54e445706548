package org.ranvier.testbench.noc;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.router.MeshSpec;

/**
 * Packets to be sent, one per line of a CSV file, numbered from 0 in the order of the lines.
 *
 * <p>Lines that start with {@code #} are comments. The first other line names the columns, among them {@code time}, {@code src},
 * {@code dst} and {@code size}; more are ignored. A destination {@code a+b+c} is a multicast to three nodes.
 *
 * @param name the file, for messages
 * @param packets the packets
 */
public record PacketTrace(String name, List<Entry> packets) {
    private static final List<String> COLUMNS = List.of("time", "src", "dst", "size");
    private static final int MAX_FLITS = 1 << 16;

    /**
     * One packet.
     *
     * @param line its line in the file, from 1
     * @param time the cycle in which it is created
     * @param source the sending node
     * @param destinations the receiving nodes, one or more
     * @param flits its length
     */
    public record Entry(int line, long time, int source, List<Integer> destinations, int flits) {}

    /**
     * Reads a file.
     *
     * @param file a CSV file in UTF-8
     * @return the trace
     * @throws ConfigurationException when it cannot be read, naming file, line, value and what is allowed
     */
    public static PacketTrace read(final Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(file.toString(), reader);
        } catch (final IOException e) {
            throw new ConfigurationException(file + ": cannot be read as a packet trace: " + e.getMessage(), e);
        }
    }

    /**
     * Reads from an open reader.
     *
     * @param name what to call it in messages
     * @param reader the text
     * @return the trace
     * @throws IOException when reading fails
     */
    public static PacketTrace read(final String name, final BufferedReader reader) throws IOException {
        final List<Entry> entries = new ArrayList<>();
        int[] columns = null;
        int line = 0;
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            line++;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            final String[] fields = text.split(",", -1);
            if (columns == null) {
                columns = header(name, line, fields);
            } else {
                entries.add(entry(name, line, fields, columns));
            }
        }
        if (columns == null) {
            throw new ConfigurationException(name + ": no header line, expected the columns time,src,dst,size");
        }
        return new PacketTrace(name, List.copyOf(entries));
    }

    /**
     * Checks that every node exists and that only one-flit packets are multicast.
     *
     * @param mesh the mesh
     * @throws ConfigurationException naming file, line and value
     */
    public void check(final MeshSpec mesh) {
        for (final Entry packet : packets) {
            final String place = name + ":" + packet.line();
            ConfigurationException.checkRange(place + ": src", packet.source(), 0, mesh.nodes() - 1);
            for (final int destination : packet.destinations()) {
                ConfigurationException.checkRange(place + ": dst", destination, 0, mesh.nodes() - 1);
            }
            if (packet.destinations().size() > 1 && packet.flits() > 1) {
                throw ConfigurationException.of(place + ": size", packet.flits(), "1 for a packet to several nodes");
            }
        }
    }

    private static int[] header(final String name, final int line, final String[] fields) {
        final List<String> names = new ArrayList<>();
        for (final String field : fields) {
            names.add(field.strip());
        }
        final int[] columns = new int[COLUMNS.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = names.indexOf(COLUMNS.get(i));
            if (columns[i] < 0) {
                throw ConfigurationException.of(
                        name + ":" + line + ": header", String.join(",", fields), "a column " + COLUMNS.get(i));
            }
        }
        return columns;
    }

    private static Entry entry(final String name, final int line, final String[] fields, final int[] columns) {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] >= fields.length) {
                throw ConfigurationException.of(
                        name + ":" + line, String.join(",", fields), "a value in column " + COLUMNS.get(i));
            }
        }
        final String place = name + ":" + line + ": ";
        final List<Integer> destinations = new ArrayList<>();
        for (final String part : fields[columns[2]].split("\\+", -1)) {
            final int destination = (int) number(place + "dst", part, 0, Integer.MAX_VALUE);
            if (destinations.contains(destination)) {
                throw ConfigurationException.of(place + "dst", fields[columns[2]], "each node once");
            }
            destinations.add(destination);
        }
        return new Entry(
                line,
                number(place + "time", fields[columns[0]], 0, Long.MAX_VALUE >> 4),
                (int) number(place + "src", fields[columns[1]], 0, Integer.MAX_VALUE),
                List.copyOf(destinations),
                (int) number(place + "size", fields[columns[3]], 1, MAX_FLITS));
    }

    private static long number(final String place, final String text, final long min, final long max) {
        try {
            final long value = Long.parseLong(text.strip());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (final NumberFormatException e) {
            throw ConfigurationException.of(place, "'" + text + "'", "a whole number in " + min + ".." + max);
        }
        throw ConfigurationException.of(place, text, min + ".." + max);
    }
}
