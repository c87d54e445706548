package org.ranvier.testbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;

final class SampleOrderTest {

    /** Both orders were computed by a separate program from the description in {@link SampleOrder}. */
    @Test
    void shouldGiveThePublishedOrderWhenSeedAndEpochAreKnown() {
        final SampleOrder order = new SampleOrder(7, 10);
        assertThat(order.epoch(0)).containsExactly(0, 1, 2, 4, 9, 5, 8, 6, 3, 7);
        assertThat(order.epoch(1)).containsExactly(0, 1, 7, 6, 9, 5, 2, 4, 8, 3);
    }

    @Test
    void shouldGiveTheSameOrderWhenEpochIsAskedForAgain() {
        final SampleOrder order = new SampleOrder(3, 100);
        final int[] first = order.epoch(5).clone();
        order.epoch(6);
        assertThat(order.epoch(5)).isEqualTo(first);
        assertThat(new SampleOrder(4, 100).epoch(5)).isNotEqualTo(first);
    }

    @Test
    void shouldShowEverySampleOnceWhenAnEpochIsComplete() {
        assertThat(IntStream.of(new SampleOrder(1, 1000).epoch(2)).sorted().toArray())
                .isEqualTo(IntStream.range(0, 1000).toArray());
    }

    /** 24 orders in 24,000 epochs: chi-square with 23 degrees of freedom exceeds 70 with a probability below 2e-6. */
    @Test
    void shouldGiveEveryOrderEquallyOftenWhenEpochsAreMany() {
        final SampleOrder order = new SampleOrder(11, 4);
        final int[] seen = new int[256];
        for (int epoch = 0; epoch < 24_000; epoch++) {
            final int[] now = order.epoch(epoch);
            seen[now[0] << 6 | now[1] << 4 | now[2] << 2 | now[3]]++;
        }
        assertThat(IntStream.of(seen).filter(n -> n > 0).count()).isEqualTo(24);
        final double chiSquare = IntStream.of(seen)
                .filter(n -> n > 0)
                .mapToDouble(n -> (n - 1000.0) * (n - 1000.0) / 1000.0)
                .sum();
        assertThat(chiSquare).isLessThan(70);
    }

    @Test
    void shouldRefuseAnEpochWhenThereAreNoSamples() {
        assertThatThrownBy(() -> new SampleOrder(1, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("samples per epoch: 0 is not allowed, expected 1..2147483647");
    }
}
