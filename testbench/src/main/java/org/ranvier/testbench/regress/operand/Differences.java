package org.ranvier.testbench.regress.operand;

import java.util.List;

/**
 * Finds the elements in which a vector differs from one of which only the {@link Sums} are known.
 *
 * <p>One element that differs is found at once, two are searched for among all pairs. The hash of the sums confirms either, so a
 * wrong answer has a probability of 2^-64 per candidate: below 10^-12 for the longest vector that is searched.
 */
public final class Differences {
    /** The longest vector in which pairs are searched for, 8.4 million of them. */
    static final int LONGEST_FOR_PAIRS = 4096;

    private final int[] found;
    private final int n;
    private final int min;
    private final int max;
    private final long plain;
    private final long weighted;
    private final long hash;

    private Differences(
            final Sums expected, final Sums sums, final int[] found, final int n, final int min, final int max) {
        this.found = found;
        this.n = n;
        this.min = min;
        this.max = max;
        this.plain = expected.plain - sums.plain;
        this.weighted = expected.weighted - sums.weighted;
        this.hash = expected.hash - sums.hash;
    }

    /**
     * Finds them.
     *
     * @param expected sums of the vector as it should be
     * @param found the vector as it is
     * @param n its length
     * @param min the smallest value that an element can have
     * @param max the largest
     * @return one or two elements in the order of their places; none when more than that differ, or two of a vector that is too long
     */
    public static List<Difference> find(
            final Sums expected, final int[] found, final int n, final int min, final int max) {
        final Sums sums = new Sums();
        sums.of(found, n);
        final Differences search = new Differences(expected, sums, found, n, min, max);
        final Difference one = search.one();
        if (one != null) {
            return List.of(one);
        }
        return mostNamed(n) == 2 ? search.two() : List.of();
    }

    /** @return how many elements of a vector of a length can be told apart at most, 1 or 2 */
    public static int mostNamed(final int n) {
        return n <= LONGEST_FOR_PAIRS ? 2 : 1;
    }

    private Difference one() {
        if (plain == 0 || weighted % plain != 0) {
            return null;
        }
        final long place = weighted / plain - 1;
        return place >= 0 && place < n && fits((int) place, plain) && change((int) place, plain) == hash
                ? difference((int) place, plain)
                : null;
    }

    /** With d and e added at places i and j: d + e is the first sum, d (i + 1) + e (j + 1) the second, so d (i - j) is known. */
    private List<Difference> two() {
        for (int j = 1; j < n; j++) {
            final long rest = weighted - plain * (j + 1L);
            for (int i = 0; i < j; i++) {
                if (rest % (i - j) != 0) {
                    continue;
                }
                final long d = rest / (i - j);
                final long e = plain - d;
                if (d != 0 && e != 0 && fits(i, d) && fits(j, e) && change(i, d) + change(j, e) == hash) {
                    return List.of(difference(i, d), difference(j, e));
                }
            }
        }
        return List.of();
    }

    private boolean fits(final int place, final long added) {
        return added >= (long) min - found[place] && added <= (long) max - found[place];
    }

    private long change(final int place, final long added) {
        return Sums.mix(place, (int) (found[place] + added)) - Sums.mix(place, found[place]);
    }

    private Difference difference(final int place, final long added) {
        return new Difference(place, found[place] + added, found[place]);
    }
}
