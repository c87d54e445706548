package org.ranvier.testbench.reference.sfdfa.event;

/** One neuron of an {@link EventLayer} in one sample. */
final class EventNeuron {
    private final LayerConstants constants;
    private final double[] weights;
    private final double perturbation;
    private final Eligibility eligibility;
    private final NeuronRun run = new NeuronRun();

    /** Both as of {@link #now}. */
    private double fast;

    private double slow;
    private double now;
    private double pending;

    EventNeuron(
            final LayerConstants constants,
            final double[] weights,
            final double perturbation,
            final Eligibility eligibility) {
        this.constants = constants;
        this.weights = weights;
        this.perturbation = perturbation;
        this.eligibility = eligibility;
    }

    NeuronRun run(final SpikeTrain input, final double end) {
        for (final SpikeTrain.Spike spike : input.spikes()) {
            if (spike.time() > end) {
                break;
            }
            fireUntil(spike.time());
            advance(spike.time());
            fast += weights[spike.neuron()];
            slow += weights[spike.neuron()];
            pending += weights[spike.neuron()] * spike.value();
            eligibility.arrive(spike.neuron());
        }
        fireUntil(end);
        run.end(eligibility.sums());
        return run;
    }

    private void fireUntil(final double limit) {
        for (double time = nextSpike(); time <= limit; time = nextSpike()) {
            advance(time);
            final double carried = pending + (run.count() == 0 ? perturbation : 0);
            pending = 0;
            run.spike(time, eligibility.fire(fast), carried);
            slow -= constants.threshold();
        }
    }

    /** When it fires if nothing arrives any more; infinity if it does not. */
    private double nextSpike() {
        final double discriminant = slow * slow - 4 * fast * constants.threshold();
        if (fast <= 0 || slow <= 0 || discriminant <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        final double growth = 2 * fast / (slow + Math.sqrt(discriminant));
        return growth < 1 ? Double.POSITIVE_INFINITY : now + constants.tau() * Math.log(growth);
    }

    private void advance(final double time) {
        fast *= Math.exp(-(time - now) / constants.tauSynapse());
        slow *= Math.exp(-(time - now) / constants.tau());
        eligibility.decay(time - now);
        now = time;
    }
}
