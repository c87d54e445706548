package org.ranvier.testbench.regress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ranvier.testbench.regress.stream.Event;
import org.ranvier.testbench.regress.stream.Mismatch;

/** An outcome for programs; nothing in it depends on where the recording is. */
public final class OutcomeJson {
    private OutcomeJson() {}

    /** @return keys and values in the order in which they are written */
    public static Map<String, Object> of(final Outcome outcome) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("equal", outcome.equal());
        map.put("command", outcome.header().command());
        map.put("recorded_by", outcome.header().version());
        map.put("detail", outcome.header().detail().name().toLowerCase(Locale.ROOT));
        map.put("samples", outcome.compared().samples());
        map.put("events", outcome.compared().events());
        map.put("instructions", outcome.compared().instructions());
        map.put("first_divergence", outcome.first() == null ? null : divergence(outcome.first()));
        map.put("counters", rows(outcome.counters()));
        map.put("figures", rows(outcome.figures()));
        map.put("notes", outcome.notes());
        return map;
    }

    private static Map<String, Object> divergence(final Divergence first) {
        final Mismatch mismatch = first.mismatch();
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("finding", first.finding().name().toLowerCase(Locale.ROOT));
        map.put("cycle", mismatch.cycle());
        map.put("chip", first.chip());
        map.put("sample", first.sample());
        map.put("cycle_of_sample", mismatch.cycle() - first.begin());
        map.put("core", first.core().path());
        map.put("program", first.core().program());
        map.put("instruction", first.instruction());
        map.put("operand", mismatch.operand());
        map.put(
                "elements",
                mismatch.elements().stream().map(OutcomeJson::element).toList());
        map.put("expected", first.expectedText());
        map.put("found", first.foundText());
        map.put("expected_cycle", mismatch.expected() == null ? null : mismatch.expected().cycle);
        map.put("found_cycle", foundCycle(mismatch));
        map.put(
                "before",
                first.before().stream().map(event -> event(first, event)).toList());
        return map;
    }

    private static Long foundCycle(final Mismatch mismatch) {
        if (mismatch.expectedCameAt() >= 0) {
            return mismatch.expectedCameAt();
        }
        return mismatch.found() == null ? null : mismatch.found().cycle;
    }

    private static Map<String, Object> element(final Mismatch.Element element) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", element.name());
        map.put("expected", element.expected());
        map.put("found", element.found());
        return map;
    }

    private static Map<String, Object> event(final Divergence first, final Event event) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("cycle", event.cycle);
        map.put("event", first.found().of(event));
        return map;
    }

    private static List<Map<String, Object>> rows(final List<ResultDifference> rows) {
        return rows.stream().map(OutcomeJson::row).toList();
    }

    private static Map<String, Object> row(final ResultDifference row) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", row.name());
        map.put("expected", row.expected());
        map.put("found", row.found());
        return map;
    }
}
