package org.ranvier.testbench.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.ChipFaults;
import org.ranvier.core.fault.FaultEvent;
import org.ranvier.core.fault.FaultSpec;

/** What went wrong on a chip, for summaries and for people. */
public final class FaultReport {
    /** Faults by chance that are printed one by one. */
    private static final int PRINTED = 20;

    /** Faults that a summary lists one by one, the first ones. */
    private static final int LISTED = 100;

    private FaultReport() {}

    /**
     * Adds {@code faults} to the summary of a run, unless its chip was to be sound.
     *
     * @param summary keys and values
     * @param chip the chip, as the run left it
     */
    public static void put(final Map<String, Object> summary, final Chip chip) {
        if (!chip.faults().plan().isEmpty()) {
            summary.put("faults", of(chip.faults()));
        }
    }

    private static Map<String, Object> of(final ChipFaults faults) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put(
                "asked",
                faults.plan().faults().stream().map(FaultSpec::toString).toList());
        final Map<String, Object> counts = new LinkedHashMap<>();
        faults.counts().forEach((kind, count) -> counts.put(kind.label(), count));
        map.put("happened", counts);
        map.put(
                "never_happened",
                faults.pending().stream().map(FaultSpec::toString).toList());
        map.put("lost_accesses", faults.lostAccesses());
        map.put(
                "first",
                faults.events().stream().limit(LISTED).map(FaultReport::of).toList());
        return map;
    }

    private static Map<String, Object> of(final FaultEvent event) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("cycle", event.cycle());
        map.put("kind", event.kind().label());
        map.put("place", event.place());
        map.put("before", event.before());
        map.put("after", event.after());
        return map;
    }

    /**
     * Tells what happened, one line a fault.
     *
     * @param chip the chip, as the run left it
     * @return lines; none for a chip that was to be sound
     */
    public static List<String> lines(final Chip chip) {
        final ChipFaults faults = chip.faults();
        final List<String> lines = new ArrayList<>();
        final List<FaultEvent> events = faults.events();
        events.stream().filter(event -> !event.byChance()).forEach(event -> lines.add("Fault: " + event.line() + "."));
        final List<FaultEvent> byChance =
                events.stream().filter(FaultEvent::byChance).toList();
        byChance.stream().limit(PRINTED).forEach(event -> lines.add("Fault: " + event.line() + "."));
        if (byChance.size() > PRINTED) {
            final List<String> counts = new ArrayList<>();
            faults.counts().forEach((kind, count) -> counts.add(String.format("%,d %s", count, kind.label())));
            lines.add("Faults in all: " + String.join(", ", counts) + ".");
        }
        for (final FaultSpec never : faults.pending()) {
            final String why = never.cycle() >= chip.cycle()
                    ? "the run ended in cycle " + chip.cycle()
                    : "nothing of the kind came from then on, until the run ended in cycle " + chip.cycle();
            lines.add("Fault " + never + " never happened: " + why + ".");
        }
        if (faults.lostAccesses() > 0) {
            lines.add(String.format("%,d accesses went beyond a region and did nothing.", faults.lostAccesses()));
        }
        return lines;
    }
}
