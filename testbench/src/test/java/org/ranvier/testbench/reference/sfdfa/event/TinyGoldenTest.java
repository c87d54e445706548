package org.ranvier.testbench.reference.sfdfa.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ranvier.testbench.reference.sfdfa.Golden;
import org.ranvier.testbench.reference.sfdfa.event.LayerConstants.Slope;

/** A 4-3-2 network with 21 hidden and 17 output spikes: every recorded spike time and gradient to 1e-9. */
class TinyGoldenTest {
    private static final double TOLERANCE = 1e-9;
    private static final JsonNode GOLDEN = Golden.read("tiny_golden.json");
    private static final double END = GOLDEN.get("t_max").doubleValue();

    @Test
    void shouldHaveTheRecordedTimesAndGradientsWhenTheSlopeIsExact() {
        final NeuronRun[] hidden = layer("W1", "vth_hidden", Slope.EXACT).run(input(), END, new double[3]);
        final NeuronRun[] output =
                layer("W2", "vth_out", Slope.EXACT).run(EventLayer.train(hidden), END, new double[2]);
        assertSpikes(hidden, GOLDEN.get("hidden"));
        assertSpikes(output, GOLDEN.get("out"));
    }

    @Test
    void shouldHaveTheRecordedEligibilitiesWhenTheSlopeIsSmooth() {
        final NeuronRun[] hidden = layer("W1", "vth_hidden", Slope.SMOOTH).run(input(), END, new double[3]);
        final NeuronRun[] output =
                layer("W2", "vth_out", Slope.SMOOTH).run(EventLayer.train(hidden), END, new double[2]);
        for (int i = 0; i < 3; i++) {
            assertVector(
                    hidden[i].eligibility(),
                    GOLDEN.get("smooth").get("hidden_E").get(i));
        }
        for (int i = 0; i < 2; i++) {
            assertVector(
                    output[i].eligibility(), GOLDEN.get("smooth").get("out_E").get(i));
        }
    }

    @Test
    void shouldHaveTheRecordedStepsAndEligibilitiesWhenTimeIsAGridOfMilliseconds() {
        final JsonNode golden = GOLDEN.get("stepped_1ms_smooth");
        final double dt = golden.get("dt").doubleValue();
        final SteppedLayer hidden =
                new SteppedLayer(constants("vth_hidden", Slope.SMOOTH), Golden.matrix(GOLDEN.get("W1")), dt);
        final SteppedLayer output =
                new SteppedLayer(constants("vth_out", Slope.SMOOTH), Golden.matrix(GOLDEN.get("W2")), dt);
        for (int t = 0; t < golden.get("n_steps").intValue(); t++) {
            final List<Integer> arriving = new ArrayList<>();
            for (final SpikeTrain.Spike spike : input().spikes()) {
                if (Math.round(spike.time() / dt) == t) {
                    arriving.add(spike.neuron());
                }
            }
            output.step(hidden.step(arriving));
        }
        assertSteps(hidden, golden.get("hidden"));
        assertSteps(output, golden.get("out"));
    }

    private static void assertSpikes(final NeuronRun[] runs, final JsonNode golden) {
        for (int i = 0; i < runs.length; i++) {
            final JsonNode neuron = golden.get(i);
            assertThat(runs[i].count()).isEqualTo(neuron.get("times").size());
            for (int k = 0; k < runs[i].count(); k++) {
                assertThat(runs[i].time(k)).isCloseTo(neuron.get("times").get(k).doubleValue(), within(TOLERANCE));
                assertVector(runs[i].gradient(k), neuron.get("g").get(k));
            }
            assertVector(runs[i].eligibility(), neuron.get("E"));
        }
    }

    private static void assertSteps(final SteppedLayer layer, final JsonNode golden) {
        for (int i = 0; i < golden.size(); i++) {
            assertThat(layer.spikes(i).stream().mapToInt(Integer::intValue).toArray())
                    .containsExactly(Golden.integers(golden.get(i).get("steps")));
            assertVector(layer.eligibility(i), golden.get(i).get("E"));
        }
    }

    private static void assertVector(final double[] found, final JsonNode golden) {
        assertThat(found).containsExactly(Golden.vector(golden), within(TOLERANCE));
    }

    private static EventLayer layer(final String weights, final String threshold, final Slope slope) {
        return new EventLayer(constants(threshold, slope), Golden.matrix(GOLDEN.get(weights)));
    }

    private static LayerConstants constants(final String threshold, final Slope slope) {
        return new LayerConstants(
                GOLDEN.get("tau_s").doubleValue(), GOLDEN.get(threshold).doubleValue(), slope);
    }

    private static SpikeTrain input() {
        final List<SpikeTrain.Spike> spikes = new ArrayList<>();
        for (final JsonNode event : GOLDEN.get("input_events")) {
            spikes.add(new SpikeTrain.Spike(
                    event.get(0).doubleValue(), event.get(1).intValue(), 0));
        }
        return SpikeTrain.of(spikes);
    }
}
