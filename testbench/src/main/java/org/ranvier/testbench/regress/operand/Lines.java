package org.ranvier.testbench.regress.operand;

import java.util.Arrays;
import java.util.List;

/** Lines of a synapse array: all of them, those that are driven by any of some vectors, or one that a scalar names. */
final class Lines {
    private final List<OperandReader> drivers;
    private final int[] scratch;
    private final boolean[] driven;
    private final int[] chosen;
    private int count;

    /**
     * @param count lines that the array has
     * @param drivers what drives them; none for all lines
     */
    Lines(final int count, final OperandReader... drivers) {
        this.drivers = List.of(drivers);
        this.scratch = new int[Math.max(1, count)];
        this.driven = new boolean[count];
        this.chosen = new int[count];
        this.count = count;
        for (int line = 0; line < count; line++) {
            chosen[line] = line;
        }
    }

    /** Looks at the drivers again; returns how many lines there are. */
    int choose() {
        if (drivers.isEmpty()) {
            return count;
        }
        if (drivers.get(0).scalar()) {
            count = drivers.get(0).read(chosen);
            return count;
        }
        Arrays.fill(driven, false);
        for (final OperandReader driver : drivers) {
            final int n = driver.read(scratch);
            for (int line = 0; line < n; line++) {
                driven[line] |= scratch[line] != 0;
            }
        }
        count = 0;
        for (int line = 0; line < driven.length; line++) {
            if (driven[line]) {
                chosen[count++] = line;
            }
        }
        return count;
    }

    /** @return the number of lines chosen last */
    int count() {
        return count;
    }

    /** @return the k-th of the lines chosen last */
    int line(final int k) {
        return chosen[k];
    }
}
