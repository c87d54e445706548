package org.ranvier.testbench.regress.operand;

/**
 * Three words that stand for a vector of integers, all modulo 2^64: the sum of its elements, their sum weighted by place (from 1),
 * and the sum of a hash of each place and element.
 *
 * <p>The first two are the checksums of algorithm-based fault tolerance (Huang and Abraham, IEEE Transactions on Computers C-33,
 * 1984): when one element differs, the first gives by how much and the second where. The third is an additive hash (Bellare and
 * Micciancio, Eurocrypt 1997) of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): it misses a difference with probability 2^-64
 * and confirms or refutes what {@link Differences} finds.
 */
public final class Sums {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;

    /** The sum of the elements. */
    public long plain;

    /** The sum of elements times places, counted from 1. */
    public long weighted;

    /** The sum of hashes. */
    public long hash;

    /** Creates the sums of nothing. */
    public Sums() {}

    /** Hashes an element and its place, from 0. */
    static long mix(final long place, final int element) {
        long z = place * GOLDEN + element;
        z = (z ^ z >>> 30) * FIRST;
        z = (z ^ z >>> 27) * SECOND;
        return z ^ z >>> 31;
    }

    /**
     * Sums a vector up.
     *
     * @param elements the vector
     * @param n its length
     */
    public void of(final int[] elements, final int n) {
        long a = 0;
        long b = 0;
        long c = 0;
        for (int i = 0; i < n; i++) {
            final int element = elements[i];
            a += element;
            b += (i + 1L) * element;
            c += mix(i, element);
        }
        plain = a;
        weighted = b;
        hash = c;
    }

    /**
     * Stands for a single number, which it keeps as it is.
     *
     * @param value the number
     */
    public void scalar(final long value) {
        plain = value;
        weighted = 0;
        hash = 0;
    }

    /** Becomes a copy. */
    public void set(final Sums other) {
        plain = other.plain;
        weighted = other.weighted;
        hash = other.hash;
    }

    /** @return true when all three agree */
    public boolean matches(final Sums other) {
        return plain == other.plain && weighted == other.weighted && hash == other.hash;
    }
}
