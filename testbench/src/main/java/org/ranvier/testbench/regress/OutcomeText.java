package org.ranvier.testbench.regress;

import java.util.List;
import java.util.Locale;
import org.ranvier.testbench.regress.operand.Differences;
import org.ranvier.testbench.regress.stream.Event;
import org.ranvier.testbench.regress.stream.Mismatch;

/** An outcome for people: one line when nothing differs, one screen otherwise. */
public final class OutcomeText {
    private static final int MOST_ROWS = 10;

    private final Outcome outcome;
    private final StringBuilder text = new StringBuilder();

    private OutcomeText(final Outcome outcome) {
        this.outcome = outcome;
    }

    /** @return the text, lines ended by {@code \n} */
    public static String of(final Outcome outcome) {
        return new OutcomeText(outcome).run();
    }

    private String run() {
        final Totals compared = outcome.compared();
        if (outcome.equal()) {
            line(
                    "Equal%s: %,d samples, %,d events, %,d instructions compared.",
                    outcome.first() == null ? "" : " within the tolerances",
                    compared.samples(),
                    compared.events(),
                    compared.instructions());
        }
        if (outcome.first() != null) {
            divergence(outcome.first());
            rows("counters that differ in this sample", outcome.counters());
        }
        rows("figures that differ", outcome.figures());
        outcome.notes().forEach(note -> line("note: %s", note));
        if (!outcome.equal()) {
            line(
                    "Agreed before: %,d events, %,d instructions of %,d samples.",
                    compared.events(), compared.instructions(), compared.samples());
        }
        return text.toString();
    }

    private void divergence(final Divergence first) {
        final Mismatch mismatch = first.mismatch();
        line(
                "%s in cycle %d (cycle %d of sample %d%s) at %s, %s: %s.",
                outcome.equal() ? "First difference" : "Different",
                mismatch.cycle(),
                mismatch.cycle() - first.begin(),
                first.sample(),
                first.chip() == 0 ? "" : " of chip " + first.chip(),
                first.core().path(),
                first.core().program(),
                first.finding().text());
        if (first.instruction() != null) {
            line("  instruction  %s", first.instruction());
        }
        if (mismatch.operand() == null) {
            line("  expected     %s", first.expectedText());
            line("  found        %s", first.foundText());
        } else {
            operand(mismatch);
        }
        if (!first.before().isEmpty()) {
            line("  before it, at this core:");
        }
        for (final Event event : first.before()) {
            line("  %,12d  %s", event.cycle, first.found().of(event));
        }
    }

    private void operand(final Mismatch mismatch) {
        if (mismatch.length() == 0) {
            line("  operand      %s: is not there", mismatch.operand());
        } else if (mismatch.elements().isEmpty()) {
            line(
                    "  operand      %s: of its %,d elements more than %d differ",
                    mismatch.operand(), mismatch.length(), Differences.mostNamed(mismatch.length()));
        }
        for (final Mismatch.Element element : mismatch.elements()) {
            line("  operand      %s", element.name());
            line("  expected     %d", element.expected());
            line("  found        %d%s", element.found(), bit(element));
        }
    }

    /** Says which bit, when it is one. */
    private static String bit(final Mismatch.Element element) {
        final long flipped = (element.expected() ^ element.found()) & 0xFFFFFFFFL;
        return Long.bitCount(flipped) == 1 ? "  (bit " + Long.numberOfTrailingZeros(flipped) + " differs)" : "";
    }

    private void rows(final String title, final List<ResultDifference> rows) {
        if (rows.isEmpty()) {
            return;
        }
        line("  %s:%s", title, rows.size() > MOST_ROWS ? " " + rows.size() + ", the first " + MOST_ROWS : "");
        line("  %-56s %16s %16s", "", "expected", "found");
        rows.stream()
                .limit(MOST_ROWS)
                .forEach(row -> line("  %-56s %16s %16s", row.name(), value(row.expected()), value(row.found())));
    }

    private static String value(final Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return String.format(Locale.ROOT, "%,d", ((Number) value).longValue());
        }
        return value == null ? "-" : value.toString();
    }

    private void line(final String format, final Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
