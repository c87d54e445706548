package org.ranvier.testbench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ranvier.core.error.ConfigurationException;

/**
 * What a run left in its directory.
 *
 * @param summary {@code summary.json}
 * @param data {@code report-data.json}
 */
public record RunFiles(JsonNode summary, JsonNode data) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * Reads a run.
     *
     * @param directory where it wrote its results
     * @return its files
     * @throws ConfigurationException naming the file that is missing, cannot be read or is of another version
     */
    public static RunFiles load(final Path directory) {
        final Path file = directory.resolve(ReportData.FILE);
        final RunFiles files = new RunFiles(read(directory.resolve("summary.json")), read(file));
        if (files.data.path("version").asInt() != ReportData.VERSION) {
            throw ConfigurationException.of(
                    file + ": version",
                    files.data.path("version").asText("none"),
                    ReportData.VERSION + "; a run of this version of ranvier writes it");
        }
        return files;
    }

    private static JsonNode read(final Path file) {
        try {
            final JsonNode tree = MAPPER.readTree(Files.readAllBytes(file));
            if (!tree.isObject()) {
                throw new ConfigurationException(file + ": is not what a run wrote: no JSON object");
            }
            return tree;
        } catch (final JsonProcessingException e) {
            throw new ConfigurationException(file + ": is not JSON: " + e.getOriginalMessage(), e);
        } catch (final IOException e) {
            throw new ConfigurationException(
                    file
                            + ": cannot be read; a report needs the directory that a run with --report, or of train, wrote",
                    e);
        }
    }

    /** The element of one of the files that a figure shows: a pointer into the summary, or into the data after {@code data:}. */
    JsonNode at(final String pointer) {
        return pointer.startsWith(Figure.DATA) ? data.at(pointer.substring(Figure.DATA.length())) : summary.at(pointer);
    }
}
