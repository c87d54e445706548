package org.ranvier.testbench.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.testbench.compare.Estimate;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.train.Json;

/** What a campaign leaves: {@code campaign.csv} with a row a run, {@code campaign.json} with a point a rate, {@code report.html}. */
public final class CampaignFiles {
    private static final String HEADER =
            "fault,rate,seed,faults,accuracy,accuracy_lost,energy_j,energy_per_update_j,cycles,weight_updates,error\n";

    private CampaignFiles() {}

    /**
     * Writes the files.
     *
     * @param directory where to
     * @param command the words behind {@code --}
     * @param version of the program
     * @param campaign the results
     */
    public static void write(
            final Path directory, final List<String> command, final String version, final Campaign campaign) {
        OutputFile.write(directory.resolve("campaign.csv"), csv(campaign));
        OutputFile.write(directory.resolve("campaign.json"), Json.pretty(json(command, version, campaign)));
        OutputFile.write(directory.resolve("report.html"), CampaignPage.of(command, version, campaign));
    }

    static String csv(final Campaign campaign) {
        final StringBuilder csv = new StringBuilder(HEADER);
        campaign.sound().runs().forEach(run -> row(csv, campaign, run));
        for (final FaultRates fault : campaign.faults()) {
            campaign.curve(fault).forEach(point -> point.runs().forEach(run -> row(csv, campaign, run)));
        }
        return csv.toString();
    }

    private static void row(final StringBuilder csv, final Campaign campaign, final CampaignRun run) {
        csv.append(quoted(run.fault()))
                .append(',')
                .append(Json.number(run.rate()))
                .append(',');
        csv.append(run.seed()).append(',').append(run.happened()).append(',');
        csv.append(number(run.accuracy())).append(',');
        csv.append(number(RatePoint.lost(run, campaign.soundOf(run)))).append(',');
        csv.append(number(run.energyJ())).append(',');
        csv.append(number(run.energyPerUpdateJ())).append(',');
        csv.append(run.cycles() == null ? "" : run.cycles()).append(',');
        csv.append(run.weightUpdates() == null ? "" : run.weightUpdates()).append(',');
        csv.append(run.succeeded() ? "" : quoted(run.error())).append('\n');
    }

    private static String quoted(final String text) {
        return text.matches("[^,\"\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String number(final Double value) {
        return value == null ? "" : Json.number(value);
    }

    static Map<String, Object> json(final List<String> command, final String version, final Campaign campaign) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", version);
        json.put("command", command);
        json.put(
                "seeds", campaign.sound().runs().stream().map(CampaignRun::seed).toList());
        json.put("sound", point(campaign.sound()));
        final List<Map<String, Object>> curves = new ArrayList<>();
        for (final FaultRates fault : campaign.faults()) {
            final Map<String, Object> curve = new LinkedHashMap<>();
            curve.put("fault", fault.name());
            curve.put("unit", fault.unit());
            curve.put(
                    "rates",
                    campaign.curve(fault).stream().map(CampaignFiles::point).toList());
            curves.add(curve);
        }
        json.put("curves", curves);
        return json;
    }

    private static Map<String, Object> point(final RatePoint point) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("fault", point.fault());
        map.put("rate", point.rate());
        map.put("runs", point.runs().size());
        map.put("failures", point.failures());
        map.put("faults_per_run", point.happened());
        map.put("accuracy", estimate(point.accuracy()));
        map.put("accuracy_lost", estimate(point.lost()));
        map.put("energy_per_update_j", estimate(point.energyPerUpdateJ()));
        return map;
    }

    private static Map<String, Object> estimate(final Estimate estimate) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("mean", finite(estimate.mean()));
        map.put("standard_error", finite(estimate.standardError()));
        return map;
    }

    private static Double finite(final double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
