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
import java.util.Map;
import java.util.OptionalDouble;
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
            @JsonProperty("node_nm") Double nodeNm,
            Double voltage,
            Boolean composition,
            Map<String, EventFields> events,
            @JsonProperty("static") Map<String, StaticFields> statics) {}

    private record EventFields(
            Double picojoules,
            String source,
            @JsonProperty("node_nm") JsonNode nodeNm,
            JsonNode voltage,
            String note) {}

    private record StaticFields(
            Double watts,
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
        if (fields == null || fields.events() == null) {
            throw new ConfigurationException(file + ": events: must have a value");
        }
        final Map<String, Price> events = new LinkedHashMap<>();
        final Map<ChipPart, StaticPower> statics = new LinkedHashMap<>();
        if (fields.base() != null) {
            final EnergyProfile base = named(() -> base(fields.base()));
            events.putAll(base.events());
            statics.putAll(base.statics());
        }
        fields.events().forEach((event, row) -> events.put(event, at("events." + event, row, () -> price(row))));
        if (fields.statics() != null) {
            fields.statics()
                    .forEach((part, row) ->
                            at("static." + part, row, () -> statics.put(ChipPart.parse(part), staticPower(row))));
        }
        return named(() -> new EnergyProfile(
                fields.name(),
                fields.description(),
                required("node_nm", fields.nodeNm()),
                required("voltage", fields.voltage()),
                required("composition", fields.composition()),
                events,
                statics));
    }

    /** Only built-in profiles serve as a base, so a file says everything that the simulator does not. */
    private static EnergyProfile base(final String name) {
        if (!EnergyProfiles.names().contains(name)) {
            throw ConfigurationException.of("base", name, "one of " + String.join(", ", EnergyProfiles.names()));
        }
        return EnergyProfiles.load(name);
    }

    private static Price price(final EventFields row) {
        return new Price(
                required("picojoules", row.picojoules()),
                origin(row.source(), row.nodeNm(), row.voltage(), row.note()));
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
