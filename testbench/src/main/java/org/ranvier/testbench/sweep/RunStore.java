package org.ranvier.testbench.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.train.Json;

/**
 * Finished runs: a file {@code runs/ID.json} each, which is there completely or not at all.
 *
 * <p>What is in here is all that a sweep's tables and page are made of, whether a run was done now or on another day.
 */
final class RunStore {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path folder;

    /** @param directory the sweep's directory */
    RunStore(final Path directory) {
        folder = directory.resolve("runs");
        OutputFile.requireDirectory("--out", folder);
    }

    /**
     * Keeps a run.
     *
     * @param run what was done
     * @param result what it came to
     */
    void put(final PlannedRun run, final RunResult result) {
        final Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", result.id());
        tree.put("description", run.description());
        tree.put("exit_code", result.code());
        tree.put("error", result.error());
        tree.put("seconds", result.seconds());
        tree.put("worker", result.worker());
        tree.put("metrics", parse(result.id(), result.metrics()));
        OutputFile.write(file(result.id()), Json.pretty(tree));
    }

    /**
     * Finds a run.
     *
     * @param id the run
     * @return what it came to, or null when it has not been done
     * @throws ConfigurationException when the file is there but is none of this program's
     */
    RunResult find(final String id) {
        final Path file = file(id);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            final JsonNode tree = parse(file.toString(), Files.readString(file));
            return new RunResult(
                    id,
                    tree.path("exit_code").asInt(1),
                    tree.path("error").textValue(),
                    tree.path("metrics").toString(),
                    tree.path("seconds").asDouble(),
                    tree.path("worker").asText());
        } catch (final IOException e) {
            throw new ConfigurationException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private Path file(final String id) {
        return folder.resolve(id + ".json");
    }

    private static JsonNode parse(final String name, final String text) {
        try {
            return MAPPER.readTree(text);
        } catch (final JsonProcessingException e) {
            throw new ConfigurationException(
                    name + ": is not JSON; delete it to have the run repeated: " + e.getOriginalMessage(), e);
        }
    }
}
