package org.ranvier.testbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class Xorshift32Test {

    @Test
    void shouldGiveMarsagliasFirstNumberWhenStateIsOne() {
        assertThat(Xorshift32.next(1)).isEqualTo(270369);
    }

    @Test
    void shouldAdvanceEveryLaneOnceWhenAdvanced() {
        final int[] lanes = {1, 270369, -1};
        Xorshift32.advance(lanes);
        assertThat(lanes).containsExactly(270369, Xorshift32.next(270369), Xorshift32.next(-1));
    }

    /** The numbers of the recorded trace: seed 7, input stream. */
    @Test
    void shouldGiveTheRecordedSeedsWhenStreamIsTheInput() {
        assertThat(Xorshift32.lanes(7, 0, 2)).containsExactly(1088460820, (int) 2620612660L);
    }
}
