package org.ranvier.testbench.data.raster;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;

/**
 * What of a recording a network sees. Events before the window's end count; step t of T has those from t/T of it on. An input spikes in
 * a step that has at least so many of its events, however many more there are; its rate is the count of all steps, white at full scale.
 *
 * @param windowUs microseconds from the beginning of a recording, 1..2^40
 * @param steps T, 1..1,000,000
 * @param pooling neighbours that share an input
 * @param polarity what becomes of polarities
 * @param leastEvents events of an input in a step that make a spike, 1..1,000,000
 * @param fullScale events of an input in the window that are white, 1..1,000,000
 */
public record Binning(long windowUs, int steps, Pooling pooling, Polarity polarity, int leastEvents, int fullScale) {
    private static final long LONGEST_US = 1L << 40;
    private static final int MOST = 1_000_000;

    /** Checks the ranges. */
    public Binning {
        if (windowUs < 1 || windowUs > LONGEST_US) {
            throw ConfigurationException.of("--window-us", windowUs, "1.." + LONGEST_US);
        }
        checkRange("steps of a recording", steps, 1, MOST);
        checkRange("--min-events", leastEvents, 1, MOST);
        checkRange("--full-scale", fullScale, 1, MOST);
    }

    /**
     * Finds the step of an event.
     *
     * @param time microseconds from the beginning of the recording, 0 or more
     * @return the step, from 0; -1 behind the window
     */
    int step(final long time) {
        return time >= windowUs ? -1 : (int) (time * steps / windowUs);
    }

    /**
     * Turns a count of events into a brightness, rounded half up.
     *
     * @param events of an input in the window
     * @return 0..255
     */
    int brightness(final int events) {
        return (int) Math.min(255, (510L * events + fullScale) / (2L * fullScale));
    }

    /** @return in words, what a spike is */
    String inSteps() {
        return "in " + steps + " steps, a spike where an input has "
                + (leastEvents == 1 ? "an event" : leastEvents + " events or more");
    }

    /** @return in words, what a brightness is */
    String counted() {
        return "counted, " + fullScale + " events are white";
    }

    /**
     * Describes it.
     *
     * @param timed whether spikes are seen, or counts
     * @return keys and values for a report
     */
    Map<String, Object> settings(final boolean timed) {
        final Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("window_us", windowUs);
        settings.put("pool", pooling.text());
        settings.put("polarity", polarity.label());
        if (timed) {
            settings.put("steps", steps);
            settings.put("min_events", leastEvents);
        } else {
            settings.put("full_scale", fullScale);
        }
        return settings;
    }
}
