package org.ranvier.testbench.regress.operand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferencesTest {
    private final SplittableRandom random = new SplittableRandom(11);

    private static Sums sums(final int[] vector) {
        final Sums sums = new Sums();
        sums.of(vector, vector.length);
        return sums;
    }

    private int[] vector(final int n, final int min, final int max) {
        return random.ints(n, min, max == Integer.MAX_VALUE ? max : max + 1).toArray();
    }

    private static List<Difference> find(final int[] expected, final int[] found, final int min, final int max) {
        return Differences.find(sums(expected), found, found.length, min, max);
    }

    @Test
    void shouldNotDependOnWhatIsBehindTheVector() {
        final Sums sums = new Sums();
        sums.of(new int[] {4, -5, 6}, 2);
        assertThat(sums.plain).isEqualTo(-1);
        assertThat(sums.weighted).isEqualTo(-6);
        assertThat(sums.matches(sums(new int[] {4, -5}))).isTrue();
    }

    /** Plain and weighted sums of any degree up to 2 miss this change; the hash does not. */
    @Test
    void shouldNoticeAChangeThatLeavesWeightedSumsAsTheyAre() {
        final int[] expected = {7, 7, 7, 7, 7};
        final int[] found = {8, 4, 10, 6, 7};
        assertThat(sums(found).plain).isEqualTo(sums(expected).plain);
        assertThat(sums(found).weighted).isEqualTo(sums(expected).weighted);
        assertThat(sums(found).matches(sums(expected))).isFalse();
        assertThat(find(expected, found, -128, 127)).isEmpty();
    }

    @Test
    void shouldNameOneElementWhateverItsPlaceAndSize() {
        for (int trial = 0; trial < 20_000; trial++) {
            final int[] expected = vector(1 + random.nextInt(300), Integer.MIN_VALUE, Integer.MAX_VALUE);
            final int[] found = expected.clone();
            final int place = random.nextInt(found.length);
            found[place] ^= 1 << random.nextInt(Integer.SIZE);
            assertThat(find(expected, found, Integer.MIN_VALUE, Integer.MAX_VALUE))
                    .containsExactly(new Difference(place, expected[place], found[place]));
        }
    }

    /** Sums of 200,000 such elements, weighted, pass 2^64 many times. */
    @Test
    void shouldNameOneElementWhereSumsWrapAround() {
        final int[] expected = new int[200_000];
        Arrays.fill(expected, Integer.MAX_VALUE);
        final int[] found = expected.clone();
        found[199_999] = Integer.MIN_VALUE;
        assertThat(find(expected, found, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .containsExactly(new Difference(199_999, Integer.MAX_VALUE, Integer.MIN_VALUE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, Integer.MAX_VALUE})
    void shouldNameTwoElements(final int max) {
        final int min = max == 1 ? 0 : -max;
        for (int trial = 0; trial < 300; trial++) {
            final int[] expected = vector(2 + random.nextInt(100), min, max);
            final int[] found = expected.clone();
            final int first = random.nextInt(found.length - 1);
            final int second = first + 1 + random.nextInt(found.length - 1 - first);
            found[first] = other(found[first], min, max);
            found[second] = other(found[second], min, max);
            assertThat(find(expected, found, min, max))
                    .containsExactly(
                            new Difference(first, expected[first], found[first]),
                            new Difference(second, expected[second], found[second]));
        }
    }

    private int other(final int value, final int min, final int max) {
        int changed = value;
        while (changed == value) {
            changed = (int) random.nextLong(min, max + 1L);
        }
        return changed;
    }

    /** Expected misnamings: 3,000 vectors x at most 1,225 pairs x 2^-64, that is 2e-13. Without the hash, bits are misnamed often. */
    @Test
    void shouldNameNoneRatherThanAWrongOneWhenMoreDiffer() {
        for (int trial = 0; trial < 3_000; trial++) {
            final int max = trial % 2 == 0 ? 1 : 1000;
            final int[] expected = vector(50, 0, max);
            final int[] found = expected.clone();
            random.ints(0, 50)
                    .distinct()
                    .limit(3 + random.nextInt(5))
                    .forEach(place -> found[place] = other(found[place], 0, max));
            assertThat(find(expected, found, 0, max)).isEmpty();
        }
    }

    @Test
    void shouldSayForWhichLengthsTwoElementsAreToldApart() {
        assertThat(Differences.mostNamed(4096)).isEqualTo(2);
        assertThat(Differences.mostNamed(4097)).isEqualTo(1);
        final int[] expected = new int[4097];
        final int[] found = expected.clone();
        found[1] = 5;
        found[4000] = 6;
        assertThat(find(expected, found, -128, 127)).isEmpty();
    }
}
