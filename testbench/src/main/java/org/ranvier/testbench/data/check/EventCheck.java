package org.ranvier.testbench.data.check;

import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.event.EventSample;
import org.ranvier.testbench.data.event.EventShape;
import org.ranvier.testbench.data.event.EventSource;

/** Reads every sample of a part of recordings, one at a time. */
public final class EventCheck {
    private static final double MILLISECOND = 1000;

    private final EventSource source;
    private final EventShape shape;
    private final Anomalies anomalies;
    private final int[] counts;
    private final Spread events = new Spread();
    private final Spread durations = new Spread();
    private final Spread columns = new Spread();
    private final Spread rows = new Spread();
    private long total;
    private long on;
    private int unlabelled;

    private EventCheck(final EventSource source, final int mostLines) {
        this.source = source;
        this.shape = source.shape();
        this.anomalies = new Anomalies(mostLines);
        this.counts = new int[source.classes().size()];
    }

    /**
     * Checks a part.
     *
     * @param part its name
     * @param source its samples
     * @param mostLines anomalies that are told one by one
     * @param progress hears how many samples are done
     * @return what there is
     */
    public static PartReport run(
            final String part, final EventSource source, final int mostLines, final IntConsumer progress) {
        return new EventCheck(source, mostLines).run(part, progress);
    }

    private PartReport run(final String part, final IntConsumer progress) {
        final EventSample sample = new EventSample();
        for (int i = 0; i < source.size(); i++) {
            try {
                source.read(i, sample);
                add(sample);
            } catch (final ConfigurationException e) {
                anomalies.unreadable(e.getMessage());
            }
            progress.accept(i + 1);
        }
        return report(part);
    }

    private void add(final EventSample sample) {
        if (sample.label() == EventSample.UNLABELLED) {
            unlabelled++;
        } else {
            counts[sample.label()]++;
        }
        events.add(sample.count());
        total += sample.count();
        if (sample.count() == 0) {
            anomalies.odd(sample.origin() + ": has no events");
        } else {
            addEvents(sample);
        }
    }

    private void addEvents(final EventSample sample) {
        int outside = 0;
        int firstOutside = 0;
        int unsorted = 0;
        int firstUnsorted = 0;
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < sample.count(); i++) {
            final int x = sample.x()[i];
            final int y = sample.y()[i];
            final long time = sample.times()[i];
            columns.add(x);
            rows.add(y);
            on += sample.polarities()[i];
            if (!shape.contains(x, y) && outside++ == 0) {
                firstOutside = i;
            }
            if (time < most && unsorted++ == 0) {
                firstUnsorted = i;
            }
            least = Math.min(least, time);
            most = Math.max(most, time);
        }
        durations.add((most - least) / MILLISECOND);
        tell(sample, outside, unsorted, firstOutside, firstUnsorted);
        if (least < 0) {
            anomalies.odd(sample.origin() + ": begins at " + least + " us, before its beginning");
        }
    }

    private void tell(
            final EventSample sample,
            final int outside,
            final int unsorted,
            final int firstOutside,
            final int firstUnsorted) {
        if (outside > 0) {
            final String address = shape.height() == 1
                    ? "channel " + sample.x()[firstOutside]
                    : "pixel (" + sample.x()[firstOutside] + ", " + sample.y()[firstOutside] + ")";
            anomalies.odd(sample.origin() + ": " + outside + " of " + sample.count() + " events outside "
                    + shape.width() + "x" + shape.height() + ", the first is event " + firstOutside + ", " + address);
        }
        if (unsorted > 0) {
            anomalies.odd(sample.origin() + ": " + unsorted + " of " + sample.count()
                    + " events earlier than one before, the first is event " + firstUnsorted + " at "
                    + sample.times()[firstUnsorted] + " us");
        }
    }

    private PartReport report(final String part) {
        final List<String> classes = source.classes();
        final PartReport report = new PartReport(
                part + ": " + source.size() + " samples, " + total + " events, " + shape, classes, counts, anomalies);
        report.fact("events", events.text("%.0f", ""));
        report.fact("duration", durations.text("%.3f", " ms"));
        report.fact(shape.height() == 1 ? "channel" : "x", columns.text("%.0f", ""));
        if (shape.height() > 1) {
            report.fact("y", rows.text("%.0f", ""));
        }
        if (shape.polarities() == 2 && total > 0) {
            report.fact(
                    "polarity",
                    String.format(Locale.ROOT, "%d ON (%.1f %%), %d OFF", on, 100.0 * on / total, total - on));
        }
        if (unlabelled > 0) {
            report.fact("unlabelled", Integer.toString(unlabelled));
        }
        report.fact("unreadable", Integer.toString(anomalies.unreadable()));
        report.fact("anomalies", Integer.toString(anomalies.odd()));
        return report;
    }
}
