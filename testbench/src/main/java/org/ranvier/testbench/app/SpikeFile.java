package org.ranvier.testbench.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.packet.Packet;
import org.ranvier.testbench.config.CsvNumbers;
import org.ranvier.testbench.yaml.YamlNode;

/**
 * A CSV file of packets. Its first line names the columns {@code tick,kind,key,to} and optionally {@code sample} and {@code payload},
 * which are 0 without one; {@code a+b} in {@code to} is a multicast. Lines that begin with {@code #} are comments.
 */
final class SpikeFile {
    private static final List<String> REQUIRED = List.of("tick", "kind", "key", "to");
    private static final List<String> OPTIONAL = List.of("sample", "payload");

    private final Path file;
    private final YamlNode at;

    /**
     * @param file the file
     * @param at where the app names it
     */
    SpikeFile(final Path file, final YamlNode at) {
        this.file = file;
        this.at = at;
    }

    /** @return its packets, each placed at its line of the file */
    List<SpikeList.Spike> read() {
        final List<SpikeList.Spike> spikes = new ArrayList<>();
        List<String> header = null;
        final List<String> lines = CsvNumbers.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            final String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            final List<String> fields =
                    Arrays.stream(line.split(",", -1)).map(String::strip).toList();
            final YamlNode place = at.inFile(file.toString(), i + 1);
            if (header == null) {
                header = header(place, fields);
            } else {
                spikes.add(spike(place, header, fields));
            }
        }
        if (header == null) {
            throw new ConfigurationException(
                    file + ": no header line, expected the columns sample,tick,kind,key,payload,to");
        }
        return spikes;
    }

    private static List<String> header(final YamlNode place, final List<String> names) {
        for (final String name : names) {
            if (!REQUIRED.contains(name) && !OPTIONAL.contains(name)) {
                throw place.error("unknown column '" + name + "', expected sample,tick,kind,key,payload,to");
            }
        }
        for (final String name : REQUIRED) {
            if (!names.contains(name)) {
                throw place.error("the column '" + name + "' is missing");
            }
        }
        return names;
    }

    private static SpikeList.Spike spike(final YamlNode place, final List<String> header, final List<String> fields) {
        if (fields.size() != header.size()) {
            throw place.error(fields.size() + " fields, expected " + header.size());
        }
        return new SpikeList.Spike(
                place,
                whole(place, header, fields, "sample", 0, Integer.MAX_VALUE - 1),
                whole(place, header, fields, "tick", SpikeList.LOAD, Integer.MAX_VALUE),
                fields.get(header.indexOf("kind")),
                whole(place, header, fields, "key", 0, Packet.MAX_KEY),
                whole(place, header, fields, "payload", Integer.MIN_VALUE, Integer.MAX_VALUE),
                List.of(fields.get(header.indexOf("to")).split("\\+", -1)));
    }

    private static int whole(
            final YamlNode place,
            final List<String> header,
            final List<String> fields,
            final String column,
            final long min,
            final long max) {
        final int index = header.indexOf(column);
        if (index < 0) {
            return 0;
        }
        try {
            final long value = Long.parseLong(fields.get(index));
            if (value >= min && value <= max) {
                return (int) value;
            }
        } catch (final NumberFormatException e) {
            throw place.error(column + ": '" + fields.get(index) + "' is not allowed, expected a whole number");
        }
        throw place.error(column + ": " + fields.get(index) + " is not allowed, expected " + min + ".." + max);
    }
}
