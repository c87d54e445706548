package org.ranvier.testbench.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.StoredImages;

final class SsnnBpReferenceTest {
    private static final int N = 16;
    private static final int ONE = SsnnBpSpec.ONE;
    private static final byte[] GREY = {(byte) 128};

    /**
     * A chain of three layers in which all is certain but the input. Hidden inputs stay a few units below 1, so the neurons fire and their
     * gates are open; class 1 outscores class 0 by more than the noise can turn; the label is 0, so every winner is wrong.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldCountEverySpikeAndPulseWhenAThreeLayerChainIsCertain(final boolean align) {
        final SsnnBpReference reference = chain(align);
        final Recorder recorder = new Recorder();
        reference.observe(recorder);

        assertThat(reference.learn(GREY, 0, 0, ONE)).containsExactly(0, N + 2);

        final int ticks = N + 5;
        assertThat(recorder.layer(0)).hasSize(ticks);
        assertThat(recorder.layer(1)).startsWith("", "+0").endsWith("+0").hasSize(ticks);
        assertThat(recorder.layer(2)).startsWith("", "", "+0").hasSize(ticks);
        assertThat(recorder.layer(3)).startsWith("", "", "", "+1").hasSize(ticks);
        assertThat(recorder.errors(3)).startsWith("", "", "", "+0 -1").hasSize(ticks);
        assertThat(recorder.errors(2)).startsWith("", "", "", "", "-0").hasSize(ticks);
        assertThat(recorder.errors(1)).startsWith("", "", "", "", "", "-0").hasSize(ticks);

        final int pixelPulses = pixelPulses(recorder, align);
        assertThat(reference.spikeCount()).containsExactly(fired(recorder.layer(0)), N + 4, N + 3, N + 2);
        assertThat(reference.gradientCount()).containsExactly(0, N, N + 1, 2 * (N + 2));
        assertThat(reference.coincidences()).containsExactly(0, pixelPulses + N, 2 * N, 4 * N);
        assertThat(reference.weights(1)).containsExactly(-pixelPulses, ONE - 1 - N);
        assertThat(reference.weights(2)).containsExactly(ONE - N, -1 - N);
        assertThat(reference.weights(3)).containsExactly(-6 * ONE + N, 6 * ONE - N, N, -N);
    }

    /** Pulses of the pixel's weight: crossbar 1 of 3 pairs an error with the input of 5 ticks ago, or of the same tick. */
    private static int pixelPulses(final Recorder recorder, final boolean align) {
        final int delay = align ? 5 : 0;
        final int first = 5 - delay;
        return fired(recorder.layer(0).subList(first, first + N));
    }

    @Test
    void shouldDistinguishTheModesWhenTheInputIsRandom() {
        final SsnnBpReference aligned = chain(true);
        final SsnnBpReference direct = chain(false);
        aligned.learn(GREY, 0, 0, ONE);
        direct.learn(GREY, 0, 0, ONE);
        assertThat(aligned.weights(1)[0]).isNotEqualTo(direct.weights(1)[0]);
    }

    @Test
    void shouldLearnWithoutHiddenLayersWhenThereIsOneCrossbar() {
        final SsnnBpReference reference = new SsnnBpReference(
                new SsnnBpSpec(new int[] {1, 2}, N, 1, 1, 8 * ONE, 1, new int[0], new int[0], true, 3));
        reference.setWeights(1, new int[] {0, 0, -6 * ONE, 6 * ONE});
        assertThat(reference.learn(new byte[1], 0, 0, ONE)).containsExactly(0, N);
        assertThat(reference.weights(1)).containsExactly(0, 0, -6 * ONE + N, 6 * ONE - N);
    }

    @Test
    void shouldStopAtTheBoundWhenPulsesGoOn() {
        final SsnnBpReference reference = new SsnnBpReference(
                new SsnnBpSpec(new int[] {1, 2}, N, 1, ONE, 8 * ONE, 1, new int[0], new int[0], true, 3));
        reference.setWeights(1, new int[] {0, 0, -8 * ONE, 8 * ONE});
        for (int i = 0; i < 20; i++) {
            reference.learn(new byte[1], 0, i % 2, ONE);
            assertThat(reference.weights(1)[2]).isBetween(-8 * ONE, 8 * ONE);
            assertThat(reference.weights(1)[3]).isBetween(-8 * ONE, 8 * ONE);
        }
        reference.setWeights(1, new int[] {0, 0, 8 * ONE, 8 * ONE});
        reference.learn(new byte[1], 0, 1, ONE);
        assertThat(reference.weights(1)[3]).isEqualTo(8 * ONE);
        assertThat(reference.weights(1)[2]).isLessThan(8 * ONE);
    }

    @Test
    void shouldDrawNothingForGradientsWhenOnlyInferring() {
        final SsnnBpReference reference = chain(true);
        final int[][] weights = {reference.weights(1), reference.weights(2), reference.weights(3)};
        final int[] lanes1 = reference.gradientLanes(1);
        final int[] lanes2 = reference.gradientLanes(2);
        final int enable = reference.learnEnableState();

        assertThat(reference.infer(GREY, 0, 10)).containsExactly(0, 10);

        assertThat(reference.gradientLanes(1)).isEqualTo(lanes1);
        assertThat(reference.gradientLanes(2)).isEqualTo(lanes2);
        assertThat(reference.learnEnableState()).isEqualTo(enable);
        assertThat(reference.gradientCount()).containsOnly(0);
        assertThat(reference.spikeCount()[1]).isEqualTo(12);
        for (int l = 1; l <= 3; l++) {
            assertThat(reference.weights(l)).isEqualTo(weights[l - 1]);
        }
    }

    @Test
    void shouldDrawOncePerTickWhenLearningIsDisabled() {
        final SsnnBpReference reference = chain(true);
        final int hash = reference.weightsHash();
        int enable = reference.learnEnableState();
        int lane = reference.gradientLanes(2)[0];
        for (int t = 0; t < N + 5; t++) {
            enable = Xorshift32.next(enable);
            lane = Xorshift32.next(lane);
        }

        reference.learn(GREY, 0, 0, 0);

        assertThat(reference.learnEnableState()).isEqualTo(enable);
        assertThat(reference.gradientLanes(2)).containsExactly(lane);
        assertThat(reference.weightsHash()).isEqualTo(hash);
        assertThat(reference.coincidences()).containsOnly(0);
        assertThat(reference.gradientCount()).containsExactly(0, N, N + 1, 2 * (N + 2));
    }

    /** The output bias takes a pulse in every enabled tick of its window, ticks 3 to N + 2. */
    @Test
    void shouldPulseInEnabledTicksOnlyWhenLearningIsThinned() {
        final SsnnBpReference reference = chain(true);
        final int half = ONE / 2;
        int enable = reference.learnEnableState();
        int enabled = 0;
        for (int t = 0; t < N + 3; t++) {
            enable = Xorshift32.next(enable);
            enabled += t >= 3 && enable >>> 12 < half ? 1 : 0;
        }

        reference.learn(GREY, 0, 0, half);

        assertThat(enabled).isBetween(1, N - 1);
        assertThat(reference.weights(3)[2]).isEqualTo(enabled);
        assertThat(reference.coincidences()[3]).isEqualTo(4L * enabled);
    }

    @Test
    void shouldForgetThePreviousImageWhenANewOneBegins() {
        final SsnnBpReference reference = chain(true);
        reference.learn(GREY, 0, 0, 0);
        final Recorder recorder = new Recorder();
        reference.observe(recorder);
        reference.learn(GREY, 0, 0, 0);
        assertThat(recorder.layer(1)).startsWith("", "+0");
        assertThat(recorder.layer(3)).startsWith("", "", "", "+1");
        assertThat(recorder.errors(1)).startsWith("", "", "", "", "", "-0");
    }

    @Test
    void shouldChooseTheLowestClassWhenCountsAreEqual() {
        assertThat(SsnnBpReference.classOf(new int[] {1, 4, 0, 4})).isEqualTo(1);
        assertThat(SsnnBpReference.classOf(new int[3])).isZero();
    }

    @Test
    void shouldReportTheFractionThatIsRightWhenAllImagesLookAlike() {
        final ImageSet images = new StoredImages("grey", 1, 1, new byte[] {1, 2, 3, 4}, new byte[] {1, 1, 0, 1});
        assertThat(chain(true).accuracy(images, 5)).isEqualTo(0.75);
    }

    @Test
    void shouldNameTheProblemWhenArgumentsDoNotFit() {
        final SsnnBpReference reference = chain(true);
        assertRefused(
                () -> reference.learn(GREY, 1, 0, 0), "image offset: 1 is not allowed, expected 0..0 for 1 pixels");
        assertRefused(() -> reference.learn(GREY, 0, 2, 0), "label: 2 is not allowed, expected 0..1");
        assertRefused(
                () -> reference.learn(GREY, 0, 0, ONE + 1), "learnEnable: 1048577 is not allowed, expected 0..1048576");
        assertRefused(() -> reference.infer(GREY, 0, 0), "winners: 0 is not allowed, expected 1..16777216");
        assertRefused(
                () -> reference.setWeights(1, new int[3]),
                "weights of crossbar 1: 3 is not allowed, expected 2 values");
        assertRefused(
                () -> reference.setWeights(1, new int[] {0, 8 * ONE + 1}),
                "weight of crossbar 1: 8388609 is not allowed, expected -8388608..8388608");
    }

    private static void assertRefused(final Runnable call, final String message) {
        assertThatThrownBy(call::run).isInstanceOf(ConfigurationException.class).hasMessage(message);
    }

    private static SsnnBpReference chain(final boolean align) {
        final SsnnBpReference reference = new SsnnBpReference(
                new SsnnBpSpec(new int[] {1, 1, 1, 2}, N, 8, 1, 8 * ONE, 1, new int[2], new int[2], align, 5));
        reference.setWeights(1, new int[] {0, ONE - 1});
        reference.setWeights(2, new int[] {ONE, -1});
        reference.setWeights(3, new int[] {-6 * ONE, 6 * ONE, 0, 0});
        return reference;
    }

    private static int fired(final List<String> ticks) {
        return (int) ticks.stream().filter(events -> !events.isEmpty()).count();
    }

    private static final class Recorder implements SsnnBpObserver {
        private final List<List<String>> spikes = lists();
        private final List<List<String>> gradients = lists();

        private static List<List<String>> lists() {
            return Arrays.asList(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        List<String> layer(final int layer) {
            return spikes.get(layer);
        }

        List<String> errors(final int layer) {
            return gradients.get(layer);
        }

        @Override
        public void spikes(final int tick, final int layer, final EventList events) {
            spikes.get(layer).add(EventLists.text(events));
        }

        @Override
        public void gradients(final int tick, final int layer, final EventList events) {
            gradients.get(layer).add(EventLists.text(events));
        }
    }
}
