package org.ranvier.core.error;

import java.util.Collection;

/** Finds what a misspelt word was probably meant to be. */
public final class Nearest {
    private static final int FAR = 3;

    private Nearest() {}

    /**
     * Finds the candidate that a word is nearest to: fewer than three letters away, or else one that begins with the word.
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
            } else if (best == null && word.length() >= FAR && candidate.startsWith(word)) {
                best = candidate;
            }
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
        return row[b.length()];
    }
}
