package org.ranvier.core.error;

import java.util.Arrays;
import java.util.Collection;

/** Finds what a misspelt word was probably meant to be. */
public final class Nearest {
    private static final int FAR = 3;

    private Nearest() {}

    /**
     * Finds the candidate that a word is nearest to: fewer than three letters away, or else one that begins with the word, but for
     * a letter at most.
     *
     * @param word what was written
     * @param candidates what could have been meant
     * @return {@code ", did you mean 'x'?"} for the nearest candidate (the first of equals), or nothing when all are far
     */
    public static String hint(final String word, final Collection<String> candidates) {
        String best = null;
        int bestDistance = Math.min(FAR, word.length());
        for (final String candidate : candidates) {
            final int distance = distance(word, candidate);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        if (best == null && word.length() > FAR) {
            best = candidates.stream()
                    .filter(candidate -> beginning(word, candidate) <= 1)
                    .findFirst()
                    .orElse(null);
        }
        return best == null ? "" : ", did you mean '" + best + "'?";
    }

    /**
     * Levenshtein's distance.
     *
     * @param a a word
     * @param b another
     * @return insertions, deletions and replacements of letters that turn one into the other
     */
    public static int distance(final String a, final String b) {
        return distances(a, b)[b.length()];
    }

    /** Measures to the beginning of another word, as long a one as suits best. */
    private static int beginning(final String word, final String other) {
        return Arrays.stream(distances(word, other)).min().orElseThrow();
    }

    /** Measures to every beginning of another word, the empty one first. */
    private static int[] distances(final String a, final String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 0; i < a.length(); i++) {
            final int[] below = new int[row.length];
            below[0] = i + 1;
            for (int j = 0; j < b.length(); j++) {
                final int replaced = row[j] + (a.charAt(i) == b.charAt(j) ? 0 : 1);
                below[j + 1] = Math.min(replaced, 1 + Math.min(row[j + 1], below[j]));
            }
            row = below;
        }
        return row;
    }
}
