package org.ranvier.testbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTest {

    /** 2.0E-3 and 2^-44 are doubles that {@code Double.toString} writes with more digits than needed before Java 19. */
    @Test
    void shouldWriteTheShortestDigitsWhenGivenDoubles() {
        assertThat(Json.number(0.1)).isEqualTo("0.1");
        assertThat(Json.number(2.0e-3)).isEqualTo("0.002");
        assertThat(Json.number(2e23)).isEqualTo("2.0E23");
        assertThat(Json.number(0x1p-44)).isEqualTo("5.684341886080802E-14");
        assertThat(Json.line(new double[] {2e23})).isEqualTo("[2.0E23]");
    }

    @Test
    void shouldKeepTheOrderOfKeysWhenPretty() {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", new int[] {1, 2});
        assertThat(Json.pretty(map)).isEqualTo("{\n  \"z\" : 1,\n  \"a\" : [ 1, 2 ]\n}\n");
    }
}
