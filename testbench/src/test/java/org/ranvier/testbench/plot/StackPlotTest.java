package org.ranvier.testbench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StackPlotTest {
    private static final int MANY = 40;

    private static String plot(final List<String> names) {
        return new StackPlot("Energy", "epoch", "nJ", names)
                .part("all", Collections.nCopies(names.size(), 1.0))
                .inline("id");
    }

    @Test
    void shouldNameEveryBarWhenTheNamesFit() {
        final List<String> names = List.of("1", "2", "3");

        assertThat(plot(names)).isNotEqualTo(plot(List.of("1", " ", "3")));
    }

    @Test
    void shouldLeaveOutNamesThatWouldOverlap() {
        final List<String> names =
                IntStream.rangeClosed(1, MANY).mapToObj(Integer::toString).toList();
        final List<String> thinned = IntStream.range(0, MANY)
                .mapToObj(i -> i % 3 == 0 ? names.get(i) : " ")
                .toList();

        assertThat(plot(names)).isEqualTo(plot(thinned)).contains("<svg");
    }
}
