package org.ranvier.testbench.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fault.FaultSpec;
import org.ranvier.testbench.config.OutputFile;

/**
 * One run of a campaign, as it is kept in its directory.
 *
 * @param version of the program
 * @param command the words behind {@code --}
 * @param fault the fault, or an empty text for the sound chip
 * @param rate its rate, 0 for the sound chip
 * @param seed the seed
 * @param happened how many faults there were
 * @param accuracy on the test images; null when the run failed
 * @param energyJ of the run; null when the run failed
 * @param energyPerUpdateJ null when the run failed or nothing is learnt
 * @param cycles null when the run failed
 * @param weightUpdates null when the run failed or nothing is learnt
 * @param error why the run failed, or null
 */
public record CampaignRun(
        String version,
        List<String> command,
        String fault,
        double rate,
        long seed,
        long happened,
        Double accuracy,
        Double energyJ,
        Double energyPerUpdateJ,
        Long cycles,
        Long weightUpdates,
        String error) {
    /** What it is called in the directory of its run. */
    public static final String FILE = "campaign-run.json";

    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * Which run it is.
     *
     * @param version of the program
     * @param command the words behind {@code --}
     * @param fault the fault; null for the sound chip
     * @param seed the seed
     */
    public record Key(String version, List<String> command, FaultSpec fault, long seed) {
        /** @return what its directory is called */
        public String directory() {
            return (fault == null ? "sound" : fault.toString().replaceAll("[^\\w.~=-]", "_")) + "-seed-" + seed;
        }

        private String faultText() {
            return fault == null ? "" : fault.toString();
        }

        private double rate() {
            return fault == null ? 0 : fault.rate();
        }
    }

    /**
     * Takes the figures of a run.
     *
     * @param key the run
     * @param summary what the command says about it
     * @return the run
     * @throws ConfigurationException when the command tells no accuracy
     */
    public static CampaignRun of(final Key key, final Map<String, Object> summary) {
        if (!(summary.get("accuracy") instanceof Number)) {
            throw ConfigurationException.of(
                    "COMMAND", String.join(" ", key.command()), "a command that tells an accuracy");
        }
        final Long updates = whole(summary, "weight_updates");
        // Summaries say 0 an update where there was none, as if it had cost nothing.
        final boolean learnt = updates == null || updates > 0;
        return new CampaignRun(
                key.version(),
                key.command(),
                key.faultText(),
                key.rate(),
                key.seed(),
                happened(summary),
                number(summary, "accuracy"),
                energy(summary),
                learnt ? number(summary, "energy_per_update_j") : null,
                whole(summary, "cycles"),
                updates,
                null);
    }

    /**
     * Notes that a run failed.
     *
     * @param key the run
     * @param error why, in a line
     * @return the run
     */
    public static CampaignRun failed(final Key key, final String error) {
        return new CampaignRun(
                key.version(),
                key.command(),
                key.faultText(),
                key.rate(),
                key.seed(),
                0,
                null,
                null,
                null,
                null,
                null,
                error);
    }

    private static long happened(final Map<String, Object> summary) {
        if (summary.get("faults") instanceof Map<?, ?> faults && faults.get("happened") instanceof Map<?, ?> counts) {
            return counts.values().stream()
                    .mapToLong(count -> ((Number) count).longValue())
                    .sum();
        }
        return 0;
    }

    private static Double energy(final Map<String, Object> summary) {
        return summary.get("energy_j") instanceof Map<?, ?> energy && energy.get("total") instanceof Number total
                ? Double.valueOf(total.doubleValue())
                : null;
    }

    private static Double number(final Map<String, Object> summary, final String key) {
        return summary.get(key) instanceof Number number && Double.isFinite(number.doubleValue())
                ? Double.valueOf(number.doubleValue())
                : null;
    }

    private static Long whole(final Map<String, Object> summary, final String key) {
        return summary.get(key) instanceof Number number ? Long.valueOf(number.longValue()) : null;
    }

    /**
     * Finds a run that is finished already.
     *
     * @param runs where the directories of runs are
     * @param key the run
     * @return the run, or null
     * @throws ConfigurationException when another command, or another version, left a run there
     */
    public static CampaignRun find(final Path runs, final Key key) {
        final Path file = runs.resolve(key.directory()).resolve(FILE);
        if (!Files.exists(file)) {
            return null;
        }
        final CampaignRun run;
        try {
            run = MAPPER.readValue(Files.readAllBytes(file), CampaignRun.class);
        } catch (final JsonProcessingException e) {
            throw new ConfigurationException(file + ": is not a run of a campaign: " + e.getOriginalMessage(), e);
        } catch (final IOException e) {
            throw new ConfigurationException(file + ": cannot be read: " + e.getMessage(), e);
        }
        if (!run.command.equals(key.command())
                || !run.version.equals(key.version())
                || !run.fault.equals(key.faultText())) {
            throw new ConfigurationException("DIR: " + file + " is a run of 'ranvier "
                    + String.join(" ", run.command) + "' " + run.fault + " (version " + run.version
                    + "); take another directory, or delete it");
        }
        return run;
    }

    /**
     * Keeps the run.
     *
     * @param directory the run's, which exists
     */
    public void write(final Path directory) {
        try {
            OutputFile.write(
                    directory.resolve(FILE),
                    MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return whether it came to its end */
    public boolean succeeded() {
        return error == null;
    }
}
