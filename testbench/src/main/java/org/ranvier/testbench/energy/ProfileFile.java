package org.ranvier.testbench.energy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;

/** The YAML form of a profile. */
final class ProfileFile {
    private static final String UNSTATED = "unstated";

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final String file;

    private ProfileFile(final String file) {
        this.file = file;
    }

    /** The keys of a file; boxed and checked here, as Jackson would report a missing key before the unknown one beside it. */
    private record Fields(
            String name,
            String description,
            String base,
            @JsonProperty("node_nm") JsonNode nodeNm,
            JsonNode voltage,
            Boolean composition,
            Map<String, PriceFields> events,
            Map<String, PriceFields> operations,
            @JsonProperty("static") Map<String, StaticFields> statics,
            Map<String, TimeFields> times) {}

    private record PriceFields(
            Double picojoules,
            String source,
            @JsonProperty("node_nm") JsonNode nodeNm,
            JsonNode voltage,
            String note,
            List<String> covers) {}

    private record StaticFields(
            Double watts,
            String source,
            @JsonProperty("node_nm") JsonNode nodeNm,
            JsonNode voltage,
            String note) {}

    private record TimeFields(
            JsonNode nanoseconds,
            String source,
            @JsonProperty("node_nm") JsonNode nodeNm,
            JsonNode voltage,
            String note) {}

    /**
     * Reads a profile.
     *
     * @param file the name for error messages
     * @param text the YAML
     * @return the profile
     * @throws ConfigurationException naming the file and the key that is wrong
     */
    static EnergyProfile parse(final String file, final byte[] text) throws IOException {
        try {
            return new ProfileFile(file).profile(MAPPER.readValue(text, Fields.class));
        } catch (final UnrecognizedPropertyException e) {
            throw new ConfigurationException(
                    file + ": " + path(e) + "unknown key, expected one of "
                            + e.getKnownPropertyIds().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .collect(Collectors.joining(", ")),
                    e);
        } catch (final JsonMappingException e) {
            throw new ConfigurationException(file + ": " + path(e) + firstLine(e), e);
        } catch (final JsonProcessingException e) {
            throw new ConfigurationException(file + ": not YAML: " + firstLine(e), e);
        }
    }

    private EnergyProfile profile(final Fields fields) {
        final Vocabulary vocabulary = named(() -> vocabulary(fields));
        final Map<String, Price> prices = new LinkedHashMap<>();
        final Map<ChipPart, StaticPower> statics = new LinkedHashMap<>();
        final Map<String, Latency> times = new LinkedHashMap<>();
        if (fields.base() != null) {
            final EnergyProfile base = named(() -> EnergyProfiles.base(fields.base(), vocabulary));
            prices.putAll(base.prices());
            statics.putAll(base.statics());
            times.putAll(base.times());
        }
        rows(vocabulary == Vocabulary.EVENTS ? fields.events() : fields.operations())
                .forEach((key, row) -> prices.put(key, at(vocabulary.key() + "." + key, row, () -> price(row))));
        rows(fields.statics())
                .forEach((key, row) ->
                        at("static." + key, row, () -> statics.put(ChipPart.parse(key), staticPower(row))));
        rows(fields.times()).forEach((key, row) -> times.put(key, at("times." + key, row, () -> latency(row))));
        return named(() -> new EnergyProfile(
                fields.name(),
                fields.description(),
                condition("node_nm", fields.nodeNm()),
                condition("voltage", fields.voltage()),
                required("composition", fields.composition()),
                vocabulary,
                prices,
                statics,
                times));
    }

    private static Vocabulary vocabulary(final Fields fields) {
        if (fields == null || fields.events() == null && fields.operations() == null) {
            throw new ConfigurationException("events: must have a value, or operations must");
        }
        if (fields.events() != null && fields.operations() != null) {
            throw new ConfigurationException("operations: not beside events, an operation contains events");
        }
        return fields.events() != null ? Vocabulary.EVENTS : Vocabulary.OPERATIONS;
    }

    private static <T> Map<String, T> rows(final Map<String, T> rows) {
        return rows == null ? Map.of() : rows;
    }

    private static Price price(final PriceFields row) {
        return new Price(
                required("picojoules", row.picojoules()),
                origin(row.source(), row.nodeNm(), row.voltage(), row.note()),
                row.covers() == null ? List.of() : row.covers());
    }

    private static Latency latency(final TimeFields row) {
        final SortedMap<Integer, Double> nanoseconds = new TreeMap<>();
        final JsonNode given = required("nanoseconds", row.nanoseconds());
        if (given.isObject()) {
            given.properties().forEach(time -> nanoseconds.put(tiles(time.getKey()), time(time.getValue())));
        } else {
            nanoseconds.put(0, time(given));
        }
        return new Latency(nanoseconds, origin(row.source(), row.nodeNm(), row.voltage(), row.note()));
    }

    private static int tiles(final String key) {
        if (!key.matches("[1-9]\\d{0,8}")) {
            throw ConfigurationException.of("nanoseconds", key, "a number of tiles of at least 1");
        }
        return Integer.parseInt(key);
    }

    private static double time(final JsonNode value) {
        if (!value.isNumber()) {
            throw ConfigurationException.of(
                    "nanoseconds", value.asText(), "a number, or a mapping from tiles to numbers");
        }
        return value.doubleValue();
    }

    private static StaticPower staticPower(final StaticFields row) {
        return new StaticPower(
                required("watts", row.watts()), origin(row.source(), row.nodeNm(), row.voltage(), row.note()));
    }

    private static Origin origin(
            final String source, final JsonNode nodeNm, final JsonNode voltage, final String note) {
        return new Origin(
                source, condition("node_nm", nodeNm), condition("voltage", voltage), note == null ? "" : note.strip());
    }

    private static OptionalDouble condition(final String key, final JsonNode value) {
        if (required(key, value).isNumber()) {
            return OptionalDouble.of(value.doubleValue());
        }
        if (UNSTATED.equals(value.textValue())) {
            return OptionalDouble.empty();
        }
        throw ConfigurationException.of(key, value.asText(), "a number above 0, or " + UNSTATED);
    }

    private static <T> T required(final String key, final T value) {
        if (value == null) {
            throw new ConfigurationException(key + ": must have a value");
        }
        return value;
    }

    private <T> T at(final String row, final Object fields, final Supplier<T> value) {
        return named(() -> {
            required(row, fields);
            try {
                return value.get();
            } catch (final ConfigurationException e) {
                throw new ConfigurationException(row + ": " + e.getMessage(), e);
            }
        });
    }

    private <T> T named(final Supplier<T> value) {
        try {
            return value.get();
        } catch (final ConfigurationException e) {
            throw new ConfigurationException(file + ": " + e.getMessage(), e);
        }
    }

    private static String path(final JsonMappingException e) {
        return e.getPath().isEmpty()
                ? ""
                : e.getPath().stream().map(Reference::getFieldName).collect(Collectors.joining(".", "", ": "));
    }

    private static String firstLine(final JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("");
    }
}
