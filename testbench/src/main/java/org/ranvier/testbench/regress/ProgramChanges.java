package org.ranvier.testbench.regress;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says which programs of a chip are not those of its recording. */
final class ProgramChanges {
    private ProgramChanges() {}

    /** Lists them, one line each. */
    static List<String> of(final int chip, final ChipDescription expected, final ChipDescription found) {
        final List<String> changes = new ArrayList<>();
        if (!expected.spec().equals(found.spec())) {
            changes.add(
                    "the specification of chip " + chip + " has changed: " + difference(expected.spec(), found.spec()));
        }
        for (int i = 0; i < found.cores().size(); i++) {
            final String change = change(expected.cores().get(i), found.cores().get(i));
            if (change != null) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static String change(final CoreDescription expected, final CoreDescription found) {
        final String core = found.path() + " (" + found.program() + "): ";
        if (!expected.held().equals(found.held()) || !expected.shapes().equals(found.shapes())) {
            return core + "its regions have changed";
        }
        final int shorter = Math.min(expected.code().size(), found.code().size());
        for (int address = 0; address < shorter; address++) {
            if (!Objects.equals(expected.code().get(address), found.code().get(address))) {
                return core + "its program has changed from address " + address + " on: '"
                        + expected.code().get(address) + "' was expected, '"
                        + found.code().get(address) + "' found";
            }
        }
        if (expected.code().size() != found.code().size()) {
            return core + "its program had " + expected.code().size() + " instructions, now "
                    + found.code().size();
        }
        return expected.inline().equals(found.inline()) ? null : core + "its inline instructions have changed";
    }

    /** @return the two texts from where they differ */
    private static String difference(final String expected, final String found) {
        int same = 0;
        while (same < Math.min(expected.length(), found.length()) && expected.charAt(same) == found.charAt(same)) {
            same++;
        }
        final int from = Math.max(0, Math.max(expected.lastIndexOf(' ', same), expected.lastIndexOf('[', same)));
        return "'" + part(expected, from) + "' was expected, '" + part(found, from) + "' found";
    }

    private static String part(final String text, final int from) {
        final int end = text.indexOf(',', from + 1);
        return text.substring(Math.min(from, text.length()), end < 0 ? text.length() : end)
                .strip();
    }
}
