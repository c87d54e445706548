package org.ranvier.testbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void shouldGiveTheMiddleValueWhenTheirNumberIsOdd() {
        assertThat(of(3.0, 9.0, 1.0)).isEqualTo(new Figure("f", "u", 3, 1, 9));
    }

    @Test
    void shouldGiveTheMeanOfTheMiddleValuesWhenTheirNumberIsEven() {
        assertThat(of(3.0, 9.0, 1.0, 4.0)).isEqualTo(new Figure("f", "u", 3.5, 1, 9));
    }

    private static Figure of(final Double... values) {
        final Iterator<Double> next = List.of(values).iterator();
        return Figure.of("f", "u", values.length, next::next);
    }
}
