package org.ranvier.testbench.train;

import java.util.Map;
import org.ranvier.programs.rules.OnlineNetwork;
import org.ranvier.testbench.baseline.OnlineSpec;

/** What a training run of OTTT or e-prop does, apart from the chip it runs on. */
public sealed interface OnlineOptions permits OtttOptions, EpropOptions {
    /** @return what any rule's run does */
    RunOptions run();

    /** @return ticks of a sample */
    int ticks();

    /** @return factor on the learning rate from epoch to epoch */
    double decay();

    /** @return the rule's name on the command line */
    String rule();

    /** @return the learning rate, the rule's usual one if none was given */
    double eta();

    /** @return the network for the chip */
    OnlineNetwork network(int[] sizes);

    /** @return the same network and rule in double precision */
    OnlineSpec baseline(int[] sizes);

    /** Adds the rule's own settings to those of the run. */
    void describe(Map<String, Object> settings);
}
