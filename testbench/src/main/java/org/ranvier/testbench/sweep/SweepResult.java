package org.ranvier.testbench.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A finished sweep: every run with what it came to. */
final class SweepResult {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> TREE = new TypeReference<>() {};

    private final Sweep sweep;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A run that was done.
     *
     * @param run the run
     * @param result what it came to
     * @param metrics numbers and texts by name; empty when it failed
     */
    record Row(PlannedRun run, RunResult result, Map<String, Object> metrics) {
        boolean failed() {
            return result.error() != null;
        }

        /** @return a metric, or NaN when the run has none of this name that is a number */
        double number(final String metric) {
            return metrics.get(metric) instanceof final Number number ? number.doubleValue() : Double.NaN;
        }
    }

    /**
     * @param sweep what was asked for
     * @param runs all its runs
     * @param store where they are
     */
    SweepResult(final Sweep sweep, final List<PlannedRun> runs, final RunStore store) {
        this.sweep = sweep;
        for (final PlannedRun run : runs) {
            final RunResult result = store.find(run.id());
            rows.add(new Row(run, result, kept(result)));
        }
    }

    private Map<String, Object> kept(final RunResult result) {
        final Map<String, Object> all;
        try {
            all = MAPPER.readValue(result.metrics(), TREE);
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        if (sweep.metrics().isEmpty()) {
            return all;
        }
        final Map<String, Object> kept = new LinkedHashMap<>();
        sweep.metrics().stream().filter(all::containsKey).forEach(name -> kept.put(name, all.get(name)));
        return kept;
    }

    /** @return what was asked for */
    Sweep sweep() {
        return sweep;
    }

    /** @return all runs, by number */
    List<Row> rows() {
        return rows;
    }

    /** @return how many failed */
    long failures() {
        return rows.stream().filter(Row::failed).count();
    }

    /** @return the names of all metrics that are numbers, in their order */
    Set<String> numbers() {
        final Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> row.metrics().forEach((name, value) -> {
            if (value instanceof Number) {
                names.add(name);
            }
        }));
        return names;
    }

    /** @return a row a run: number, id, parameters, seed, exit code, error, metrics without those that a parameter is named like */
    ResultTable table() {
        final List<Map<String, Object>> lines = new ArrayList<>();
        for (final Row row : rows) {
            final Map<String, Object> line = new LinkedHashMap<>();
            line.put("run", row.run().number());
            line.put("id", row.run().id());
            sweep.parameters()
                    .forEach(parameter ->
                            line.put(parameter.name(), row.run().parameters().get(parameter.name())));
            line.put("seed", row.run().seed());
            line.put("exit_code", row.result().code());
            line.put("error", row.result().error());
            row.metrics().forEach(line::putIfAbsent);
            lines.add(line);
        }
        return ResultTable.of(lines);
    }

    /** @return a row a run with what is different from time to time: how long it took and where it was done */
    ResultTable timing() {
        final List<Map<String, Object>> lines = new ArrayList<>();
        for (final Row row : rows) {
            final Map<String, Object> line = new LinkedHashMap<>();
            line.put("run", row.run().number());
            line.put("id", row.run().id());
            line.put("seconds", row.result().seconds());
            line.put("worker", row.result().worker());
            lines.add(line);
        }
        return ResultTable.of(lines);
    }
}
