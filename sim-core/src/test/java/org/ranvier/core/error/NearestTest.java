package org.ranvier.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "v.add, v.add, 0", "'', abc, 3", "ab, ba, 2", "bgt, bge, 1"})
    void shouldMeasureDistanceBetweenWords(final String a, final String b, final int distance) {
        assertThat(Nearest.distance(a, b)).isEqualTo(distance);
    }

    @ParameterizedTest
    @CsvSource({
        "odinn, odin",
        "loihi, loihi-a",
        "loihi-bb, loihi-b",
        "odi, odin",
        "lohi, loihi-a",
        "loihi2xy, ''",
        "neuron, ''",
        "od, ''",
        "xyz, ''",
        "l, ''",
        "'', ''",
    })
    void shouldHintAtTheNearestWordOrAtOneThatGoesOn(final String word, final String nearest) {
        assertThat(Nearest.hint(word, List.of("loihi-a", "loihi-b", "odin")))
                .isEqualTo(nearest.isEmpty() ? "" : ", did you mean '" + nearest + "'?");
    }
}
