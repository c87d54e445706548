package org.ranvier.testbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GumbelTableTest {

    @Test
    void shouldHaveThePublishedEntriesWhenIndexedByTheUpperTenBits() {
        assertThat(entry(0)).isEqualTo(-2130059);
        assertThat(entry(511)).isEqualTo(382840);
        assertThat(entry(1023)).isEqualTo(7994736);
    }

    @Test
    void shouldHaveThePublishedSumWhenAllEntriesAreAdded() {
        long sum = 0;
        for (int i = 0; i < 1024; i++) {
            sum += entry(i);
        }
        assertThat(sum).isEqualTo(619457265L);
    }

    private static int entry(final int index) {
        return GumbelTable.noise(index << 22 | 0x3fffff);
    }
}
