package org.ranvier.testbench.train;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import java.util.Map;
import org.ranvier.programs.rules.OnlineNetwork;
import org.ranvier.testbench.baseline.OnlineSpec;

/**
 * What a training run of OTTT does.
 *
 * @param run what any rule's run does
 * @param ticks ticks of a sample
 * @param leak potentials and traces lose their 2^-leak in a tick
 * @param decay factor on the learning rate from epoch to epoch
 */
public record OtttOptions(RunOptions run, int ticks, int leak, double decay) implements OnlineOptions {
    private static final double USUAL_ETA = 0.01;

    /** Checks the ranges. */
    public OtttOptions {
        checkRange("--ticks", ticks, 1, 100_000);
        checkRange("--leak", leak, 1, 8);
        checkRange("--eta-decay", decay, 1e-6, 1);
    }

    @Override
    public String rule() {
        return "ottt";
    }

    @Override
    public double eta() {
        return run.eta() == null ? USUAL_ETA : run.eta();
    }

    @Override
    public OnlineNetwork network(final int[] sizes) {
        return OnlineNetwork.ottt(sizes, ticks, leak, run.seed());
    }

    @Override
    public OnlineSpec baseline(final int[] sizes) {
        final double keep = 1 - StrictMath.scalb(1.0, -leak);
        return new OnlineSpec(
                sizes, ticks, OnlineSpec.Rule.OTTT, keep, 0, keep, 0, true, false, eta(), eta(), decay, run.seed());
    }

    @Override
    public void describe(final Map<String, Object> settings) {
        settings.put("eta_decay", decay);
        settings.put("leak", leak);
    }
}
