package org.ranvier.testbench.trace;

import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.Schema;
import com.squareup.wire.schema.SchemaLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a Perfetto trace by its schema, with Wire, and puts it together as Perfetto's trace processor does: events in the order of time,
 * those of one time in the order of the file; an end closes the slice of its track that was opened last.
 */
final class PerfettoReader {
    private static final Schema SCHEMA = schema();

    private final Map<Object, Track> tracks = new LinkedHashMap<>();
    private final Map<Object, String> eventNames = new HashMap<>();
    private final Map<Object, String> argumentNames = new HashMap<>();

    /** A track: its group's name, its own, and what is on it. */
    record Track(String group, String name, List<Slice> slices, Map<Long, Number> values) {}

    /** A slice. */
    record Slice(String name, long begin, long end, Map<String, Object> arguments, List<?> flows, List<?> ended) {
        long length() {
            return end - begin;
        }
    }

    PerfettoReader(final byte[] file) {
        final List<Map<?, ?>> packets = list(decode(file), "packet");
        final List<Map<?, ?>> events = new ArrayList<>();
        boolean cleared = false;
        for (final Map<?, ?> packet : packets) {
            require(packet.get("trusted_packet_sequence_id").equals(1), packet);
            cleared |= packet.get("sequence_flags") instanceof Integer flags && (flags & 1) != 0;
            if (packet.get("interned_data") instanceof Map<?, ?> names) {
                list(names, "event_names").forEach(name -> eventNames.put(name.get("iid"), (String) name.get("name")));
                list(names, "debug_annotation_names")
                        .forEach(name -> argumentNames.put(name.get("iid"), (String) name.get("name")));
            }
            if (packet.get("track_descriptor") instanceof Map<?, ?> track) {
                addTrack(track);
            }
            if (packet.get("track_event") != null) {
                require(cleared && packet.get("sequence_flags").equals(2), packet);
                events.add(packet);
            }
        }
        events.sort(Comparator.comparingLong(packet -> (Long) packet.get("timestamp")));
        build(events);
    }

    private static Schema schema() {
        try {
            final Path file = Path.of(
                    PerfettoReader.class.getResource("perfetto_trace.proto").toURI());
            final SchemaLoader loader = new SchemaLoader(FileSystems.getDefault());
            loader.initRoots(
                    List.of(Location.get(
                            file.getParent().toString(), file.getFileName().toString())),
                    List.of());
            return loader.loadSchema();
        } catch (final URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<?, ?> decode(final byte[] file) {
        try {
            return (Map<?, ?>)
                    SCHEMA.protoAdapter("perfetto.protos.Trace", true).decode(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> list(final Map<?, ?> message, final String field) {
        requireKnown(message);
        if (message.get(field) == null) {
            return List.of();
        }
        final List<Map<?, ?>> list = (List<Map<?, ?>>) message.get(field);
        list.forEach(PerfettoReader::requireKnown);
        return list;
    }

    /** Fields that the schema does not have are decoded under their numbers. */
    private static void requireKnown(final Map<?, ?> message) {
        message.forEach((field, value) -> {
            require(!field.toString().matches("[0-9]+"), message);
            if (value instanceof Map<?, ?> inner) {
                requireKnown(inner);
            }
        });
    }

    private void addTrack(final Map<?, ?> track) {
        final Object parent = track.get("parent_uuid");
        require(parent == null || tracks.containsKey(parent), track);
        final String group = parent == null ? null : tracks.get(parent).name();
        final Object before = tracks.put(
                track.get("uuid"),
                new Track(group, (String) track.get("name"), new ArrayList<>(), new LinkedHashMap<>()));
        require(before == null, track);
    }

    private void build(final List<Map<?, ?>> events) {
        final Map<Object, Deque<Map<?, ?>>> open = new HashMap<>();
        for (final Map<?, ?> packet : events) {
            final Map<?, ?> event = (Map<?, ?>) packet.get("track_event");
            requireKnown(event);
            final Object uuid = event.get("track_uuid");
            final Track track = tracks.get(uuid);
            final long time = (Long) packet.get("timestamp");
            final Deque<Map<?, ?>> stack = open.computeIfAbsent(uuid, key -> new ArrayDeque<>());
            switch (event.get("type").toString()) {
                case "TYPE_SLICE_BEGIN" -> stack.push(packet);
                case "TYPE_SLICE_END" -> track.slices().add(slice(stack.pop(), time));
                default -> {
                    require(event.get("type").toString().equals("TYPE_COUNTER"), event);
                    final Object whole = event.get("counter_value");
                    track.values().put(time, (Number) (whole == null ? event.get("double_counter_value") : whole));
                }
            }
        }
        open.forEach((uuid, stack) -> require(stack.isEmpty(), stack));
    }

    private Slice slice(final Map<?, ?> begin, final long end) {
        final Map<?, ?> event = (Map<?, ?>) begin.get("track_event");
        final Map<String, Object> arguments = new HashMap<>();
        for (final Map<?, ?> argument : list(event, "debug_annotations")) {
            final Object number = argument.get("int_value");
            arguments.put(
                    argumentNames.get(argument.get("name_iid")),
                    number == null ? argument.get("string_value") : number);
        }
        final String name = eventNames.get(event.get("name_iid"));
        require(name != null && !arguments.containsKey(null), event);
        return new Slice(
                name,
                (Long) begin.get("timestamp"),
                end,
                arguments,
                flows(event, "flow_ids"),
                flows(event, "terminating_flow_ids"));
    }

    private static List<?> flows(final Map<?, ?> event, final String field) {
        final Object flows = event.get(field);
        return flows == null ? List.of() : (List<?>) flows;
    }

    Track track(final String group, final String name) {
        return tracks.values().stream()
                .filter(track -> group.equals(track.group()) && name.equals(track.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no track " + group + " / " + name));
    }

    List<Track> tracks() {
        return List.copyOf(tracks.values());
    }

    private static void require(final boolean condition, final Object what) {
        if (!condition) {
            throw new IllegalArgumentException(String.valueOf(what));
        }
    }
}
