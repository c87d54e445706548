package org.ranvier.core.asm;

import java.util.Collection;

/** Finds what a misspelt word was probably meant to be. */
final class Nearest {
    private static final int FAR = 3;

    private Nearest() {}

    /** @return {@code ", did you mean 'x'?"} for the nearest candidate (the first of equals), or nothing when all are far */
    static String hint(final String word, final Collection<String> candidates) {
        String best = null;
        int bestDistance = Math.min(FAR, word.length());
        for (final String candidate : candidates) {
            final int distance = distance(word, candidate);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best == null ? "" : ", did you mean '" + best + "'?";
    }

    /** Levenshtein's distance: insertions, deletions and replacements between two words. */
    static int distance(final String a, final String b) {
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
