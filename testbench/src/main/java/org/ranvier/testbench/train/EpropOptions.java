package org.ranvier.testbench.train;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import java.util.Map;
import org.ranvier.programs.rules.EpropRule;
import org.ranvier.programs.rules.OnlineNetwork;
import org.ranvier.testbench.baseline.OnlineSpec;

/**
 * What a training run of e-prop does.
 *
 * @param run what any rule's run does
 * @param ticks ticks of a sample
 * @param variant the variant of the rule
 * @param decay factor on the learning rate from epoch to epoch
 */
public record EpropOptions(RunOptions run, int ticks, EpropRule variant, double decay) implements OnlineOptions {
    private static final double USUAL_ETA = 0.01;

    /** Checks the ranges. */
    public EpropOptions {
        checkRange("--ticks", ticks, 1, 100_000);
        checkRange("--eta-decay", decay, 1e-6, 1);
    }

    @Override
    public String rule() {
        return "eprop";
    }

    @Override
    public double eta() {
        return run.eta() == null ? USUAL_ETA : run.eta();
    }

    @Override
    public OnlineNetwork network(final int[] sizes) {
        return OnlineNetwork.eprop(sizes, ticks, variant, run.seed());
    }

    @Override
    public OnlineSpec baseline(final int[] sizes) {
        final double filter = 1 - StrictMath.scalb(1.0, -variant.filter());
        return new OnlineSpec(
                sizes,
                ticks,
                OnlineSpec.Rule.EPROP,
                1 - StrictMath.scalb(1.0, -variant.leak()),
                filter,
                filter,
                variant.refractory(),
                variant.symmetric(),
                variant.adaptive(),
                eta(),
                StrictMath.scalb(eta(), -variant.readoutShift()),
                decay,
                run.seed());
    }

    @Override
    public void describe(final Map<String, Object> settings) {
        settings.put("eta_decay", decay);
        settings.put("leak", variant.leak());
        settings.put("filter", variant.filter());
        settings.put("refractory", variant.refractory());
        settings.put("feedback", variant.symmetric() ? "symmetric" : "random");
        settings.put("neuron", variant.adaptive() ? "alif" : "lif");
        settings.put("readout_shift", variant.readoutShift());
    }
}
