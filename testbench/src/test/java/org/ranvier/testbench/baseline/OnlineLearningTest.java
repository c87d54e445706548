package org.ranvier.testbench.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;

class OnlineLearningTest {
    private static final ImageSet TRAIN = DataSets.load("mnist", null).train().first(500);
    private static final ImageSet TEST = DataSets.load("mnist", null).test().first(500);

    @ParameterizedTest
    @CsvSource({"OTTT,true,false", "EPROP,true,false", "EPROP,false,true"})
    void shouldLearnDigits(final OnlineSpec.Rule rule, final boolean symmetric, final boolean adaptive) {
        final double memory = rule == OnlineSpec.Rule.OTTT ? 0 : 0.5;
        final OnlineSpec spec = new OnlineSpec(
                new int[] {784, 40, 10}, 6, rule, 0.5, memory, 0.5, 0, symmetric, adaptive, 0.01, 0.01, 0.7, 1);
        final OnlineLearning network = new OnlineLearning(spec);
        assertThat(network.accuracy(TEST)).isLessThan(0.3);
        network.trainEpoch(TRAIN, 0);
        assertThat(network.accuracy(TEST)).isGreaterThan(0.6);
        final OnlineLearning again = new OnlineLearning(spec);
        again.trainEpoch(TRAIN, 0);
        assertThat(again.accuracy(TEST)).isEqualTo(network.accuracy(TEST));
    }
}
