package org.ranvier.testbench.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.AssemblyException;
import org.ranvier.core.error.ConfigurationException;

class YamlFileTest {
    @Test
    void shouldKnowLinePathAndValueOfEverythingWhenRead() {
        final YamlNode top = YamlFile.parse("f", "a: 1\nb:\n  c:\n    - x\n    - {d: true, e: 2.5, g: 1/4, h: ~}\n");

        assertThat(top.entries().get("a").whole(0, 9)).isEqualTo(1);
        final YamlNode second =
                top.entries().get("b").entries().get("c").items().get(1);
        assertThat(second.path()).isEqualTo("b.c[1]");
        assertThat(second.line()).isEqualTo(5);
        assertThat(second.map("d", "e", "g", "h").get("d").truth()).isTrue();
        assertThat(second.find("e").real(0, 9)).isEqualTo(2.5);
        assertThat(second.find("g").real(0, 9)).isEqualTo(0.25);
        assertThat(second.find("z.y")).isNull();
        assertThat(top.find("b").line()).isEqualTo(2);
        assertThat(top.find("b").plain().toString()).isEqualTo("{c=[x, {d=true, e=2.5, g=1/4, h=null}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: 1, a: 2} | f:1: a: is given twice",
                "a: &x 1 \\nb: *x | f:2: b: references are not supported",
                "a: [1 | f:",
                "--- 1 \\n--- 2 | a second document",
                "'' | f: is empty",
            })
    void shouldNameTheLineWhenTheTextIsNotOneDocument(final String text, final String message) {
        assertThatThrownBy(() -> YamlFile.parse("f", text.replace("\\n", "\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldRefuseValuesOfAnotherKind() {
        final YamlNode top = YamlFile.parse("f", "{n: 1, t: x, l: [1, 2], m: {k: 1}, r: 1.5, z: 1/0}");

        assertRefused(() -> top.find("t").whole(0, 5), "f:1: t: x is not allowed, expected a whole number in 0..5");
        assertRefused(() -> top.find("n").whole(2, 5), "f:1: n: 1 is not allowed, expected a whole number in 2..5");
        assertRefused(() -> top.find("r").whole(0, 5), "r: 1.5 is not allowed");
        assertRefused(() -> top.find("t").real(0, 5), "t: x is not allowed, expected a number in 0.0..5.0");
        assertRefused(() -> top.find("z").real(0, 5), "z: 1/0 is not allowed");
        assertRefused(() -> top.find("n").text(), "n: 1 is not allowed, expected a text");
        assertRefused(() -> top.find("n").truth(), "n: 1 is not allowed, expected true or false");
        assertRefused(() -> top.find("m").items(), "m: a mapping is not allowed, expected a list");
        assertRefused(() -> top.find("l").entries(), "l: a list is not allowed, expected a mapping");
        assertRefused(() -> top.find("l").wholes(3, 0, 9), "l: a list is not allowed, expected a list of 3");
        assertRefused(() -> top.find("l").wholes(2, 2, 9), "l[0]: 1 is not allowed");
        assertRefused(() -> top.find("t").choice("a", "b"), "t: x is not allowed, expected a or b");
        assertRefused(() -> top.find("n").map("a"), "n: 1 is not allowed, expected a mapping with the keys a");
        assertRefused(() -> top.find("m").map("a"), "f:1: m.k: unknown key, expected one of a");
        assertRefused(() -> top.find("m").map("a", "k").get("a"), "f:1: m: the key 'a' is missing");
    }

    @Test
    void shouldGiveDefaultsWhenKeysAreAbsent() {
        final YamlMap map = YamlFile.parse("f", "{n: 3}").map("n", "x");

        assertThat(map.whole("n", 1, 0, 9)).isEqualTo(3);
        assertThat(map.whole("x", 1, 0, 9)).isEqualTo(1);
        assertThat(map.real("x", 1.5, 0, 9)).isEqualTo(1.5);
        assertThat(map.text("x", "y")).isEqualTo("y");
        assertThat(map.node().plain()).isEqualTo(Map.of("n", 3));
        assertThat(map.get("n").itemOrItems()).isEqualTo(List.of(map.get("n")));
    }

    @Test
    void shouldPutThePlaceInFrontOfAnErrorUnlessItHasOneOfItsOwn() {
        final YamlNode node = YamlFile.parse("f", "a: 1").find("a");

        assertRefused(
                () -> node.locate(() -> {
                    throw new ConfigurationException("broken");
                }),
                "f:1: a: broken");
        assertThatThrownBy(() -> node.locate(() -> {
                    throw new AssemblyException("p.asm", 2, 3, "wrong", "x");
                }))
                .hasMessage("p.asm:2:3: wrong: x");
        assertThat(node.inFile("other", 7).error("odd")).hasMessage("other:7: odd");
    }

    private static void assertRefused(final ThrowingCallable call, final String message) {
        assertThatThrownBy(call).isInstanceOf(ConfigurationException.class).hasMessageContaining(message);
    }
}
