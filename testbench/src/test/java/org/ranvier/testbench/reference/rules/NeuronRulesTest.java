package org.ranvier.testbench.reference.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Neurons and STDP as chip programs against plain Java, bit for bit, each on a hundred random networks of two samples. */
class NeuronRulesTest {
    private static final int NETWORKS = 100;
    private static final int SAMPLES = 2;
    private static final int BYTE_TOP = 255;

    /** How often something happened that a comparison is worthless without. */
    private final Map<String, Integer> seen = new HashMap<>();

    private RandomNetwork random;
    private int inputs;
    private int neurons;
    private int ticks;

    private interface Model {
        boolean[] tick(int tick, boolean[] due);
    }

    private interface Case {
        void compare();
    }

    private void networks(final Case comparison) {
        for (int network = 0; network < NETWORKS; network++) {
            random = new RandomNetwork(network);
            inputs = random.in(1, 40);
            neurons = random.in(1, 40);
            ticks = random.in(5, 20);
            comparison.compare();
        }
    }

    private void see(final String what, final boolean happened) {
        seen.merge(what, happened ? 1 : 0, Integer::sum);
    }

    /** What arrives in a tick is due in the next; the last tick's spikes are not used. */
    private void follow(final boolean[][] train, final List<boolean[]> found, final Model model) {
        for (int tick = 0; tick < ticks; tick++) {
            final boolean[] due = tick == 0 ? new boolean[inputs] : train[tick - 1];
            final boolean[] fired = model.tick(tick, due);
            assertThat(found.get(tick)).as("tick %d", tick).isEqualTo(fired);
            for (final boolean one : fired) {
                see("spike", one);
            }
        }
    }

    @Test
    void shouldIntegrateAsLoihiDoes() {
        networks(() -> {
            final int top = random.of(60, 255, 32_767);
            final int[][] weights = random.matrix(inputs, neurons, -top, top);
            final int exponent = random.in(0, 7);
            final int[] biases = random.vector(neurons, -4096, 4095);
            final LoihiLif.Parameters parameters = new LoihiLif.Parameters(
                    random.of(0, 409, 2047, 4095),
                    random.of(0, 128, 4095),
                    random.of(0, 100, 2000, 131_071),
                    exponent,
                    random.in(0, 3));
            final LoihiLif model = new LoihiLif(parameters, weights, biases);
            final RuleCore core = new RuleCore("lif-loihi.asm", loihi(parameters), weights);
            System.arraycopy(biases, 0, core.region("bias"), 0, neurons);
            for (int sample = 0; sample < SAMPLES; sample++) {
                final boolean[][] train = random.train(ticks, inputs);
                model.startSample();
                follow(train, core.run(train), (tick, due) -> {
                    final boolean[] fired = model.tick(due);
                    for (final int voltage : model.voltages()) {
                        see("limit", Math.abs(voltage) == (1 << 23) - 1);
                    }
                    return fired;
                });
                assertThat(core.region("u")).isEqualTo(model.currents());
                assertThat(core.region("v")).isEqualTo(model.voltages());
            }
        });
        assertThat(seen.get("spike")).isGreaterThan(1000);
        assertThat(seen.get("limit")).isGreaterThan(100);
    }

    private Map<String, Long> loihi(final LoihiLif.Parameters parameters) {
        return Map.of(
                "NIN", (long) inputs,
                "N", (long) neurons,
                "DU", (long) parameters.currentDecay(),
                "DV", (long) parameters.voltageDecay(),
                "VTH", (long) parameters.threshold(),
                "BEXP", (long) parameters.biasExponent(),
                "REF", (long) parameters.refractory());
    }

    @Test
    void shouldLearnFromPairs() {
        networks(() -> {
            final LeakyNeurons.Parameters neuron = neuron(BYTE_TOP);
            final PairStdp.Parameters rule = pairs(random.of(20, 64, 255), 8);
            final int[][] weights = random.matrix(inputs, neurons, 0, BYTE_TOP);
            final PairStdp model = new PairStdp(neuron, rule, RandomNetwork.copy(weights));
            final RuleCore core = new RuleCore("stdp-pair.asm", pairs(neuron, rule), weights);
            for (int sample = 0; sample < SAMPLES; sample++) {
                final boolean[][] train = random.train(ticks, inputs);
                model.startSample();
                follow(train, core.run(train), (tick, due) -> model.tick(due));
                assertThat(core.region("u")).isEqualTo(model.potentials());
                compare(core.weights(), model.weights(), BYTE_TOP);
            }
        });
        checkSeen();
    }

    @Test
    void shouldLearnFromTriplets() {
        networks(() -> {
            final LeakyNeurons.Parameters neuron = neuron(BYTE_TOP);
            final TripletStdp.Parameters rule = new TripletStdp.Parameters(
                    random.in(1, 6),
                    random.in(1, 8),
                    random.in(1, 6),
                    random.in(1, 8),
                    random.in(0, 40),
                    random.in(0, 40),
                    random.in(0, 40),
                    random.in(0, 40),
                    random.in(5, 10));
            final int[][] weights = random.matrix(inputs, neurons, 0, BYTE_TOP);
            final TripletStdp model = new TripletStdp(neuron, rule, RandomNetwork.copy(weights));
            final RuleCore core = new RuleCore("stdp-triplet.asm", triplets(neuron, rule), weights);
            for (int sample = 0; sample < SAMPLES; sample++) {
                final boolean[][] train = random.train(ticks, inputs);
                model.startSample();
                follow(train, core.run(train), (tick, due) -> model.tick(due));
                assertThat(core.region("u")).isEqualTo(model.potentials());
                compare(core.weights(), model.weights(), BYTE_TOP);
            }
        });
        checkSeen();
    }

    @Test
    void shouldLearnFromReward() {
        networks(() -> {
            final int top = random.of(4095, 32_767);
            final LeakyNeurons.Parameters neuron = neuron(top);
            final PairStdp.Parameters pairs = pairs(random.of(256, 2048, 16_384), 4);
            final RewardStdp.Parameters rule = new RewardStdp.Parameters(
                    random.in(0, 8), random.in(0, 8), random.in(-10, 10), random.in(6, 14), top);
            final int[][] weights = random.matrix(inputs, neurons, 0, top);
            final RewardStdp model = new RewardStdp(neuron, pairs, rule, RandomNetwork.copy(weights));
            final RuleCore core = new RuleCore("stdp-reward.asm", reward(neuron, pairs, rule), weights);
            for (int sample = 0; sample < SAMPLES; sample++) {
                final boolean[][] train = random.train(ticks, inputs);
                final int[] rewards = random.vector(ticks, -1, 1);
                final int size = random.of(100, 5000);
                for (int tick = 0; tick < ticks; tick++) {
                    rewards[tick] *= size;
                }
                model.startSample();
                follow(
                        train,
                        core.run(train, rewards),
                        (tick, due) -> model.tick(due, tick == 0 ? 0 : rewards[tick - 1]));
                assertThat(core.region("u")).isEqualTo(model.potentials());
                assertThat(core.matrix("c")).isDeepEqualTo(model.eligibility());
                compare(core.weights(), model.weights(), top);
            }
        });
        checkSeen();
    }

    private LeakyNeurons.Parameters neuron(final int top) {
        return new LeakyNeurons.Parameters(
                random.in(1, 5) * top * inputs / random.of(4, 16, 40), random.in(1, 6), random.in(0, 3));
    }

    private PairStdp.Parameters pairs(final int bump, final int most) {
        return new PairStdp.Parameters(bump, random.in(1, 6), random.in(1, 6), random.in(0, most), random.in(0, most));
    }

    private Map<String, Long> base(final LeakyNeurons.Parameters neuron) {
        final Map<String, Long> parameters = new HashMap<>();
        parameters.put("NIN", (long) inputs);
        parameters.put("N", (long) neurons);
        parameters.put("TH", (long) neuron.threshold());
        parameters.put("LEAK", (long) neuron.leak());
        parameters.put("REF", (long) neuron.refractory());
        return parameters;
    }

    private Map<String, Long> pairs(final LeakyNeurons.Parameters neuron, final PairStdp.Parameters rule) {
        final Map<String, Long> parameters = base(neuron);
        parameters.put("BUMP", (long) rule.bump());
        parameters.put("KX", (long) rule.before());
        parameters.put("KY", (long) rule.after());
        parameters.put("AP", (long) rule.potentiation());
        parameters.put("AM", (long) rule.depression());
        return parameters;
    }

    private Map<String, Long> triplets(final LeakyNeurons.Parameters neuron, final TripletStdp.Parameters rule) {
        final Map<String, Long> parameters = base(neuron);
        parameters.put("KXF", (long) rule.fastBefore());
        parameters.put("KXS", (long) rule.slowBefore());
        parameters.put("KYF", (long) rule.fastAfter());
        parameters.put("KYS", (long) rule.slowAfter());
        parameters.put("A2P", (long) rule.pairPlus());
        parameters.put("A3P", (long) rule.tripletPlus());
        parameters.put("A2M", (long) rule.pairMinus());
        parameters.put("A3M", (long) rule.tripletMinus());
        parameters.put("SH", (long) rule.shift());
        return parameters;
    }

    private Map<String, Long> reward(
            final LeakyNeurons.Parameters neuron, final PairStdp.Parameters pairs, final RewardStdp.Parameters rule) {
        final Map<String, Long> parameters = pairs(neuron, pairs);
        parameters.put("KC", (long) rule.eligibility());
        parameters.put("KD", (long) rule.dopamine());
        parameters.put("BASE", (long) rule.baseline());
        parameters.put("ETA", (long) rule.rate());
        parameters.put("WMAX", (long) rule.top());
        return parameters;
    }

    private void compare(final int[][] found, final int[][] expected, final int top) {
        assertThat(found).isDeepEqualTo(expected);
        for (final int[] row : expected) {
            for (final int weight : row) {
                see("floor", weight == 0);
                see("ceiling", weight == top);
            }
        }
    }

    private void checkSeen() {
        assertThat(seen.get("spike")).isGreaterThan(1000);
        assertThat(seen.get("floor")).isGreaterThan(1000);
        assertThat(seen.get("ceiling")).isGreaterThan(1000);
    }
}
