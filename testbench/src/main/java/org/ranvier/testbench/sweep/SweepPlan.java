package org.ranvier.testbench.sweep;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.train.Json;
import org.ranvier.testbench.yaml.YamlNode;

/** Makes the runs of a sweep, after everything that can be checked without one has been checked. */
public final class SweepPlan {
    private static final String SEED = "seed";
    private static final String OUT = "out";

    private final Sweep sweep;
    private final CommandSurface command;
    private final Program program;
    private final String version;
    private final InputFiles inputs;
    private final BaseFiles bases;
    private final List<PlannedRun> runs = new ArrayList<>();

    /**
     * Plans a sweep.
     *
     * @param file the sweep file
     * @param surfaces finds the command that a line begins with
     * @param program what the runs are command lines of
     * @param version of the program; runs of another are not the same
     * @throws ConfigurationException naming file, line and key of what is wrong
     */
    public SweepPlan(
            final Path file,
            final Function<List<String>, CommandSurface> surfaces,
            final Program program,
            final String version) {
        this.sweep = SweepReader.read(file);
        this.command = sweep.command().locate(() -> surfaces.apply(sweep.words()));
        this.program = program;
        this.version = version;
        this.inputs = new InputFiles(sweep.folder(), command);
        this.bases = new BaseFiles(sweep, command);
        checkNames();
        checkValues();
        plan();
    }

    /** @return the sweep */
    Sweep sweep() {
        return sweep;
    }

    /** @return all runs, by number */
    List<PlannedRun> runs() {
        return runs;
    }

    private void checkNames() {
        refuseGiven(OUT, sweep.command(), "is not allowed in a sweep, which says where results go");
        for (final Parameter parameter : sweep.parameters()) {
            final YamlNode node = parameter.node();
            if (parameter.option().equals(SEED) || parameter.option().equals(OUT)) {
                throw node.error("is not a parameter; seeds have the key 'seeds', results go to the sweep's --out");
            }
            final CommandSurface.Kind kind = command.kind(parameter.option());
            if (kind == CommandSurface.Kind.NONE) {
                throw node.error(command.name() + " has no option --" + parameter.option());
            }
            if (parameter.isField() && kind != CommandSurface.Kind.FILE) {
                throw node.error("--" + parameter.option() + " of " + command.name() + " takes no file with fields");
            }
            if (!parameter.isField()) {
                refuseGiven(parameter.option(), node, "varies, but the command gives it as well");
            }
        }
        if (!sweep.seeds().isEmpty()) {
            if (command.kind(SEED) == CommandSurface.Kind.NONE) {
                throw sweep.command().error(command.name() + " has no option --seed, so a sweep of it has no 'seeds'");
            }
            refuseGiven(SEED, sweep.command(), "stands beside the key 'seeds'");
        }
    }

    private void refuseGiven(final String option, final YamlNode node, final String problem) {
        if (sweep.words().stream()
                .anyMatch(word -> word.equals("--" + option) || word.startsWith("--" + option + "="))) {
            throw node.error("--" + option + " " + problem);
        }
    }

    /** Lets the command parse every value once, beside the first values of the others. */
    private void checkValues() {
        final Map<String, Object> first = sweep.points().get(0);
        blamed(first).locate(() -> check(first));
        for (final Parameter parameter : sweep.parameters()) {
            final Set<Object> seen = new HashSet<>();
            for (final Map<String, Object> point : sweep.points()) {
                final Object value = point.get(parameter.name());
                if (seen.add(value)) {
                    final Map<String, Object> changed = new LinkedHashMap<>(first);
                    changed.put(parameter.name(), value);
                    parameter.node().locate(() -> check(changed));
                }
            }
        }
    }

    /** The parameter without which a point is right, or else the command. */
    private YamlNode blamed(final Map<String, Object> point) {
        if (!isRight(point)) {
            for (final Parameter parameter : sweep.parameters()) {
                final Map<String, Object> others = new LinkedHashMap<>(point);
                others.remove(parameter.name());
                if (isRight(others)) {
                    return parameter.node();
                }
            }
        }
        return sweep.command();
    }

    private boolean isRight(final Map<String, Object> point) {
        try {
            check(point);
            return true;
        } catch (final ConfigurationException e) {
            return false;
        }
    }

    private Void check(final Map<String, Object> point) {
        final List<String> line = new ArrayList<>(bases.words());
        line.addAll(
                options(point, sweep.seeds().isEmpty() ? null : sweep.seeds().get(0)));
        bases.options().forEach(option -> line.add("--" + option + "=" + option + ".yaml"));
        command.check(line);
        bases.files(point).forEach(command::checkKeys);
        return null;
    }

    private List<String> options(final Map<String, Object> point, final Long seed) {
        final List<String> options = new ArrayList<>();
        for (final Parameter parameter : sweep.parameters()) {
            final Object value = point.get(parameter.name());
            if (!parameter.isField() && value != null && !bases.options().contains(parameter.option())) {
                options.add("--" + parameter.name() + "=" + Values.text(value));
            }
        }
        if (seed != null) {
            options.add("--seed=" + seed);
        }
        return options;
    }

    private void plan() {
        final List<Long> seeds = new ArrayList<>(sweep.seeds());
        if (seeds.isEmpty()) {
            seeds.add(null);
        }
        for (int point = 0; point < sweep.points().size(); point++) {
            final Map<String, Object> parameters = sweep.points().get(point);
            for (final Long seed : seeds) {
                runs.add(run(runs.size(), point, parameters, seed));
            }
        }
    }

    private PlannedRun run(final int number, final int point, final Map<String, Object> parameters, final Long seed) {
        final List<String> words = new ArrayList<>(bases.words());
        words.addAll(options(parameters, seed));
        final Map<String, Object> files = bases.files(parameters);
        final Map<String, Object> description = new LinkedHashMap<>();
        description.put("words", words);
        description.put("files", files);
        description.put("inputs", inputs.hashes(words));
        description.put("version", version);
        final RunTask task = new RunTask(
                Digests.of(Json.line(description).getBytes(StandardCharsets.UTF_8)),
                inputs.absolute(words).toArray(String[]::new),
                files.entrySet().stream()
                        .map(file -> new RunTask.OwnFile(file.getKey(), Json.pretty(file.getValue())))
                        .toArray(RunTask.OwnFile[]::new),
                command.writesDirectory(),
                program);
        return new PlannedRun(number, point, parameters, seed, description, task);
    }
}
