package org.ranvier.testbench.rpu.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a comparison found: the worst deviation of every case and quantity, and figures. */
public final class Findings {
    private final Map<List<String>, Finding> worst = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();

    /** Makes an empty collection. */
    public Findings() {}

    /**
     * Takes one comparison of two numbers.
     *
     * @param group the case
     * @param quantity what is compared
     * @param place where
     * @param here the number here
     * @param there the reference
     * @param bound how far they may be apart
     */
    void compare(
            final String group,
            final String quantity,
            final String place,
            final double here,
            final double there,
            final double bound) {
        final Finding now = new Finding(group, quantity, 1, place, Math.abs(here - there), bound);
        worst.merge(List.of(group, quantity), now, Findings::worse);
    }

    private static Finding worse(final Finding before, final Finding now) {
        // Double.compare puts NaN above every number.
        final Finding kept = Double.compare(now.ratio(), before.ratio()) > 0 ? now : before;
        return new Finding(
                kept.group(),
                kept.quantity(),
                before.compared() + now.compared(),
                kept.place(),
                kept.deviation(),
                kept.bound());
    }

    /**
     * Takes a figure.
     *
     * @param figure the figure
     */
    void add(final Figure figure) {
        figures.add(figure);
    }

    /** @return the worst of each case and quantity, in the order in which they were first met */
    public List<Finding> worst() {
        return List.copyOf(worst.values());
    }

    /** @return the worst of each quantity, over all cases */
    public List<Finding> byQuantity() {
        final Map<String, Finding> quantities = new LinkedHashMap<>();
        for (final Finding finding : worst.values()) {
            quantities.merge(finding.quantity(), finding, Findings::worse);
        }
        return List.copyOf(quantities.values());
    }

    /** @return the figures */
    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** @return the finding nearest to its bound, or farthest beyond */
    public Finding largest() {
        return worst.values().stream()
                .max(Comparator.comparingDouble(Finding::ratio))
                .orElseGet(() -> new Finding("nothing", "nothing", 0, "nowhere", Double.NaN, 0));
    }

    /** @return the findings that exceed their bound */
    public List<Finding> exceeded() {
        return worst.values().stream().filter(Finding::exceeded).toList();
    }
}
