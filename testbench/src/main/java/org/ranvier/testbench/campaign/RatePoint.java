package org.ranvier.testbench.campaign;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.ranvier.testbench.compare.Estimate;

/**
 * What one rate costs, over seeds.
 *
 * @param fault the fault, empty for the sound chip
 * @param rate its rate
 * @param runs its runs, one a seed
 * @param accuracy of the runs that came to their end
 * @param lost accuracy of the sound chip with the same seed, less the run's
 * @param energyPerUpdateJ of those that learnt
 */
public record RatePoint(
        String fault,
        double rate,
        List<CampaignRun> runs,
        Estimate accuracy,
        Estimate lost,
        Estimate energyPerUpdateJ) {

    /**
     * Puts runs of a rate together.
     *
     * @param runs the runs
     * @param sound runs of the sound chip, by seed
     * @return the point
     */
    static RatePoint of(final List<CampaignRun> runs, final Map<Long, CampaignRun> sound) {
        return new RatePoint(
                runs.get(0).fault(),
                runs.get(0).rate(),
                runs,
                estimate(runs, CampaignRun::accuracy),
                estimate(runs, run -> lost(run, sound.get(run.seed()))),
                estimate(runs, CampaignRun::energyPerUpdateJ));
    }

    static Double lost(final CampaignRun run, final CampaignRun sound) {
        return run.accuracy() == null || sound.accuracy() == null
                ? null
                : Double.valueOf(sound.accuracy() - run.accuracy());
    }

    private static Estimate estimate(final List<CampaignRun> runs, final Function<CampaignRun, Double> figure) {
        return Estimate.of(runs.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    /** @return how many runs failed */
    public long failures() {
        return runs.stream().filter(run -> !run.succeeded()).count();
    }

    /** @return mean number of faults of a run */
    public double happened() {
        return runs.stream().mapToLong(CampaignRun::happened).average().orElse(0);
    }
}
