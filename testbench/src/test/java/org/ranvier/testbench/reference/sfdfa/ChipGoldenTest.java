package org.ranvier.testbench.reference.sfdfa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One sample of a 4-3-2 network and its update: every recorded number. */
class ChipGoldenTest {
    private static final JsonNode GOLDEN = Golden.read("/org/ranvier/testbench/golden/sfdfa_chip.json");
    private static final int[] SIZES = {4, 3, 2};
    private static final int STEPS = GOLDEN.get("T").intValue();

    private final List<int[]> hiddenSpikes = new ArrayList<>();
    private final List<int[]> outputSpikes = new ArrayList<>();
    private final int[][] weights1 = Golden.integerMatrix(GOLDEN.get("w1"));
    private final int[][] weights2 = Golden.integerMatrix(GOLDEN.get("w2"));

    private SfdfaReference reference;

    @BeforeEach
    void present() {
        reference = new SfdfaReference(spec(), new GivenSigns(Golden.integers(GOLDEN.get("p"))));
        reference.setWeights(1, weights1);
        reference.setWeights(2, weights2);
        reference.observe((step, fired) -> {
            record(hiddenSpikes, step, fired[1]);
            record(outputSpikes, step, fired[2]);
        });
        final int[][] trains = new int[STEPS][0];
        final JsonNode spikes = GOLDEN.get("in_spikes");
        spikes.fieldNames()
                .forEachRemaining(step -> trains[Integer.parseInt(step)] = Golden.integers(spikes.get(step)));
        reference.perturb();
        reference.present(trains, true);
    }

    private static void record(final List<int[]> list, final int step, final SpikeList fired) {
        for (int s = 0; s < fired.count(); s++) {
            list.add(new int[] {step, fired.neuron(s)});
        }
    }

    @Test
    void shouldFireWhenTheRecordedNetworkFires() {
        assertThat(hiddenSpikes.toArray(int[][]::new)).isDeepEqualTo(Golden.integerMatrix(GOLDEN.get("hidden_spikes")));
        assertThat(outputSpikes.toArray(int[][]::new)).isDeepEqualTo(Golden.integerMatrix(GOLDEN.get("out_spikes")));
    }

    @Test
    void shouldEndInTheRecordedState() {
        final JsonNode golden = GOLDEN.get("state_end");
        final SfdfaState hidden = reference.state(1);
        assertThat(hidden.potential()).containsExactly(Golden.integers(golden.get("u1")));
        assertThat(hidden.current()).containsExactly(Golden.integers(golden.get("I1")));
        assertThat(hidden.unreset()).containsExactly(Golden.integers(golden.get("z1")));
        assertThat(hidden.alpha()).containsExactly(Golden.integers(golden.get("alpha1")));
        assertThat(hidden.eligibility()).isDeepEqualTo(Golden.integerMatrix(golden.get("E1")));
        assertThat(hidden.recent()).isDeepEqualTo(Golden.integerMatrix(golden.get("r1")));
        final SfdfaState output = reference.state(2);
        assertThat(output.potential()).containsExactly(Golden.integers(golden.get("u2")));
        assertThat(output.current()).containsExactly(Golden.integers(golden.get("I2")));
        assertThat(output.eligibility()).isDeepEqualTo(Golden.integerMatrix(golden.get("E2")));
        assertThat(output.recent()).isDeepEqualTo(Golden.integerMatrix(golden.get("r2")));
        assertThat(output.derivative()).containsExactly(Golden.integers(golden.get("d")));
    }

    @Test
    void shouldHaveTheRecordedErrorsFeedbackAndWeightsWhenTheSampleIsLearnt() {
        reference.update(GOLDEN.get("target_label").intValue());
        assertThat(reference.errors()).containsExactly(Golden.integers(GOLDEN.get("e")));
        assertThat(reference.feedback(1)).isDeepEqualTo(Golden.integerMatrix(GOLDEN.get("B_after")));
        assertWithinOneUnit(reference.weights(1), Golden.integerMatrix(GOLDEN.get("w1_after")));
        assertWithinOneUnit(reference.weights(2), Golden.integerMatrix(GOLDEN.get("w2_after")));
    }

    @Test
    void shouldHaveTheRecordedTableOfDecays() {
        assertThat(spec().timing().rho()).containsExactly(Golden.integers(GOLDEN.get("rho_tab")));
    }

    private static void assertWithinOneUnit(final int[][] found, final int[][] expected) {
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                assertThat(found[i][j]).isBetween(expected[i][j] - 1, expected[i][j] + 1);
            }
        }
    }

    private static SfdfaSpec spec() {
        return new SfdfaSpec(
                SIZES,
                new SfdfaTiming(
                        STEPS,
                        STEPS - 1,
                        GOLDEN.get("km").intValue(),
                        GOLDEN.get("ks").intValue()),
                List.of(
                        SfdfaLayerSpec.of(GOLDEN.get("theta1").intValue(), 0, 0, 2),
                        SfdfaLayerSpec.of(GOLDEN.get("theta2").intValue(), 0, 0, 2)),
                GOLDEN.get("targets").get(0).intValue(),
                GOLDEN.get("targets").get(1).intValue(),
                410,
                13107,
                SfdfaRule.DEFAULT,
                new SfdfaSchedule(GOLDEN.get("lrb_shift").intValue(), false, new int[0]),
                1);
    }

    /** Given perturbations; changes are rounded down. */
    private record GivenSigns(int[] given) implements SfdfaDraws {
        @Override
        public void perturb(final int layer, final int[] signs) {
            System.arraycopy(given, 0, signs, 0, signs.length);
        }

        @Override
        public void round(final int layer, final int neuron, final int count, final int[] draws) {
            Arrays.fill(draws, 0);
        }
    }
}
