package org.ranvier.testbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;

final class StoredImagesTest {

    @Test
    void shouldReadBytesAsUnsignedWhenTheyAreLarge() {
        final ImageSet set = new StoredImages("bright", 1, 2, new byte[] {0, 0, 1, -1}, new byte[] {0, -1});
        assertThat(set.pixel(1, 1)).isEqualTo(255);
        assertThat(set.label(1)).isEqualTo(255);
        assertThat(set.offset(1)).isEqualTo(2);
    }

    @Test
    void shouldKeepOnlyTheFirstWhenAskedFor() {
        final ImageSet set = new StoredImages("three", 1, 1, new byte[] {4, 5, 6}, new byte[] {1, 2, 3});
        assertThat(set.first(2).count()).isEqualTo(2);
        assertThat(set.first(2).pixels()).containsExactly(4, 5);
        assertThat(set.first(2).label(1)).isEqualTo(2);
        assertThatThrownBy(() -> set.first(4))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("images of three: 4 is not allowed, expected 0..3");
    }

    @Test
    void shouldRefuseArraysWhenTheyDoNotFitTogether() {
        assertThatThrownBy(() -> new StoredImages("odd", 2, 2, new byte[7], new byte[2]))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("odd: 7 pixels are not 2 images of 2x2");
    }
}
