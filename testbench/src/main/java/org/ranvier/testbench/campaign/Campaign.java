package org.ranvier.testbench.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of a campaign: the sound chip, and for every fault a point a rate. */
public final class Campaign {
    private final List<CampaignRun> sound = new ArrayList<>();
    private final Map<Long, CampaignRun> soundBySeed = new LinkedHashMap<>();
    private final Map<FaultRates, List<RatePoint>> curves = new LinkedHashMap<>();

    /**
     * Takes the runs of the sound chip, one a seed; before anything else.
     *
     * @param runs the runs
     * @return their point
     */
    public RatePoint sound(final List<CampaignRun> runs) {
        sound.addAll(runs);
        runs.forEach(run -> soundBySeed.put(run.seed(), run));
        return sound();
    }

    /**
     * Takes the runs of one rate, one a seed; rates ascending.
     *
     * @param fault the fault that they belong to
     * @param runs the runs
     * @return their point
     */
    public RatePoint add(final FaultRates fault, final List<CampaignRun> runs) {
        final RatePoint point = RatePoint.of(runs, soundBySeed);
        curves.computeIfAbsent(fault, unused -> new ArrayList<>()).add(point);
        return point;
    }

    /** @return the sound chip */
    public RatePoint sound() {
        return RatePoint.of(sound, soundBySeed);
    }

    /** @return the faults in the order in which they were asked for */
    public List<FaultRates> faults() {
        return List.copyOf(curves.keySet());
    }

    /** @return the points of a fault, rates ascending */
    public List<RatePoint> curve(final FaultRates fault) {
        return List.copyOf(curves.get(fault));
    }

    /** @return the run of the sound chip with the seed of another run */
    CampaignRun soundOf(final CampaignRun run) {
        return soundBySeed.get(run.seed());
    }
}
