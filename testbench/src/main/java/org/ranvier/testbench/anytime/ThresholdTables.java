package org.ranvier.testbench.anytime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.train.Json;

/**
 * The calibrated tables of a model, in a JSON file beside it.
 *
 * @param model the fingerprint of the model that they belong to
 * @param ticks thresholds of a table
 * @param tables by epsilon, ascending
 */
public record ThresholdTables(String model, int ticks, List<Table> tables) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    /**
     * One table.
     *
     * @param epsilon share of wrong answers that was allowed among those given early
     * @param samples images that it was calibrated on
     * @param thresholds what the gap of output ticks 1..T must exceed, in the unit of the accumulated logits
     */
    public record Table(double epsilon, int samples, int[] thresholds) {}

    /**
     * Names the file of a model's tables.
     *
     * @param modelFile the model's file
     * @return the file beside it
     */
    public static Path beside(final Path modelFile) {
        return modelFile.resolveSibling(modelFile.getFileName() + ".thresholds.json");
    }

    /**
     * Begins without a table.
     *
     * @param model the model
     * @return no tables
     */
    public static ThresholdTables none(final AnytimeModel model) {
        return new ThresholdTables(model.fingerprint(), model.header().ticks(), List.of());
    }

    /**
     * Reads the tables of a model.
     *
     * @param file the file
     * @param model the model
     * @return its tables
     * @throws ConfigurationException when the file is missing, cannot be read, or belongs to another model; when a table has
     *     another length than the model has ticks
     */
    public static ThresholdTables load(final Path file, final AnytimeModel model) {
        final ThresholdTables tables = read(file);
        for (final Table table : tables.tables()) {
            if (table.thresholds().length != model.header().ticks()) {
                throw new ConfigurationException(
                        file + ": the table of epsilon " + table.epsilon() + " has " + table.thresholds().length
                                + " thresholds, the model has " + model.header().ticks() + " ticks");
            }
        }
        if (!tables.model().equals(model.fingerprint())) {
            throw new ConfigurationException(file + ": belongs to model " + tables.model() + ", not to "
                    + model.fingerprint() + "; ranvier calibrate writes it anew");
        }
        return tables;
    }

    /**
     * Tells whether a file's tables can be added to.
     *
     * @param file the file, which exists
     * @param model the model
     * @return whether they belong to the model
     */
    public static boolean belongs(final Path file, final AnytimeModel model) {
        return read(file).model().equals(model.fingerprint());
    }

    private static ThresholdTables read(final Path file) {
        try {
            return MAPPER.readValue(Files.readAllBytes(file), ThresholdTables.class);
        } catch (final NoSuchFileException e) {
            throw new ConfigurationException(file + ": no such file; ranvier calibrate writes it", e);
        } catch (final JsonProcessingException e) {
            throw new ConfigurationException(file + ": no tables of thresholds: " + e.getOriginalMessage(), e);
        } catch (final IOException e) {
            throw new ConfigurationException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** @return these tables with one more, which replaces that of the same epsilon */
    public ThresholdTables with(final Table table) {
        final List<Table> all = new ArrayList<>(tables);
        all.removeIf(other -> other.epsilon() == table.epsilon());
        all.add(table);
        all.sort(Comparator.comparingDouble(Table::epsilon));
        return new ThresholdTables(model, ticks, List.copyOf(all));
    }

    /**
     * Finds a table.
     *
     * @param epsilon its epsilon
     * @param file where the tables come from, for the message
     * @return the table
     * @throws ConfigurationException when there is none
     */
    public Table find(final double epsilon, final Path file) {
        return tables.stream()
                .filter(table -> table.epsilon() == epsilon)
                .findFirst()
                .orElseThrow(() -> ConfigurationException.of(
                        "--epsilon",
                        epsilon,
                        "one of " + tables.stream().map(Table::epsilon).toList() + ", the tables of " + file
                                + "; ranvier calibrate adds more"));
    }

    /**
     * Writes the tables.
     *
     * @param file the file; its directory exists
     */
    public void save(final Path file) {
        final List<Object> list = new ArrayList<>();
        for (final Table table : tables) {
            final Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("epsilon", table.epsilon());
            entry.put("samples", table.samples());
            entry.put("thresholds", table.thresholds());
            list.add(entry);
        }
        final Map<String, Object> root = new LinkedHashMap<>();
        root.put("model", model);
        root.put("ticks", ticks);
        root.put("tables", list);
        OutputFile.write(file, Json.pretty(root));
    }
}
