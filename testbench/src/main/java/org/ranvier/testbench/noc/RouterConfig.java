package org.ranvier.testbench.noc;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.router.AllocatorKind;
import org.ranvier.router.RouterSpec;

/**
 * Router configurations by name or from a YAML file.
 *
 * <p>The named ones: {@code c1 c4} one and four virtual channels with a routing stage; {@code l1 l4} look-ahead routing;
 * {@code s4} look-ahead and speculation; {@code b1 b4} buffers of two flits; {@code d4} credit delay 2; {@code i4 o4} separable
 * allocators.
 */
public final class RouterConfig {
    /** The named configurations. */
    public static final List<String> NAMES = List.of("c1", "c4", "l1", "l4", "s4", "b1", "b4", "d4", "i4", "o4");

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private RouterConfig() {}

    /** The keys of a file; all are required. */
    private record Fields(
            @JsonProperty(required = true) int virtualChannels,
            @JsonProperty(required = true) int bufferFlits,
            @JsonProperty(required = true) int routingDelay,
            @JsonProperty(required = true) int creditDelay,
            @JsonProperty(required = true) boolean speculative,
            @JsonProperty(required = true) String vcAllocator,
            @JsonProperty(required = true) String switchAllocator) {}

    /**
     * Loads a configuration.
     *
     * @param nameOrFile one of {@link #NAMES}, or a file whose name ends in {@code .yaml}
     * @return the router
     * @throws ConfigurationException when there is no such configuration, or a key is unknown, missing or out of range
     */
    public static RouterSpec load(final String nameOrFile) {
        try {
            if (NAMES.contains(nameOrFile)) {
                try (InputStream resource = RouterConfig.class.getResourceAsStream("configs/" + nameOrFile + ".yaml")) {
                    return parse(nameOrFile, resource.readAllBytes());
                }
            }
            if (nameOrFile.endsWith(".yaml")) {
                return parse(nameOrFile, Files.readAllBytes(Path.of(nameOrFile)));
            }
        } catch (final IOException e) {
            throw new ConfigurationException(nameOrFile + ": cannot be read: " + e.getMessage(), e);
        }
        throw ConfigurationException.of(
                "router configuration", nameOrFile, "one of " + String.join(", ", NAMES) + " or a FILE.yaml");
    }

    private static RouterSpec parse(final String name, final byte[] text) throws IOException {
        try {
            final Fields fields = MAPPER.readValue(text, Fields.class);
            if (fields == null || fields.vcAllocator() == null || fields.switchAllocator() == null) {
                throw new ConfigurationException(name + ": vcAllocator and switchAllocator must have a value");
            }
            return new RouterSpec(
                    fields.virtualChannels(),
                    fields.bufferFlits(),
                    fields.routingDelay(),
                    fields.creditDelay(),
                    fields.speculative(),
                    AllocatorKind.parse("router.vcAllocator", fields.vcAllocator()),
                    AllocatorKind.parse("router.switchAllocator", fields.switchAllocator()));
        } catch (final JsonMappingException e) {
            throw new ConfigurationException(name + ": " + where(e) + firstLine(e), e);
        } catch (final JsonProcessingException e) {
            throw new ConfigurationException(name + ": not YAML: " + firstLine(e), e);
        }
    }

    private static String where(final JsonMappingException e) {
        return e.getPath().isEmpty() ? "" : e.getPath().get(0).getFieldName() + ": ";
    }

    private static String firstLine(final JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("");
    }
}
