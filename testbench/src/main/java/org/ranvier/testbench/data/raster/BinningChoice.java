package org.ranvier.testbench.data.raster;

import java.util.HashMap;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.event.EventShape;

/**
 * A binning of which some may have been chosen; what is null is left to the recordings.
 *
 * @param windowUs microseconds of a recording that are presented; by default 300,000 of a camera, as long as N-MNIST's, and 1,000,000 of
 *     a cochlea
 * @param binUs microseconds of a step, in the place of {@code windowUs}
 * @param pooling neighbours that share an input; by default none do
 * @param polarity what becomes of polarities; by default both have inputs
 * @param leastEvents events that make a spike; by default 1
 * @param fullScale events that are white; by default {@value #USUAL_FULL_SCALE} a pixel that shares the input
 */
public record BinningChoice(
        Long windowUs, Long binUs, Pooling pooling, Polarity polarity, Integer leastEvents, Integer fullScale) {
    /** Nothing chosen. */
    public static final BinningChoice NONE = new BinningChoice(null, null, null, null, null, null);

    private static final long CAMERA_US = 300_000;
    private static final long COCHLEA_US = 1_000_000;
    private static final int USUAL_FULL_SCALE = 8;

    /** Checks that there is one way to say how long a step is. */
    public BinningChoice {
        if (windowUs != null && binUs != null) {
            throw ConfigurationException.of("--bin-us", binUs, "no such option beside --window-us");
        }
    }

    /**
     * Reads what a saved model says about its binning.
     *
     * @param origin words {@code key=value}, among others
     * @return the choice that makes the same samples
     * @throws ConfigurationException when a value is damaged
     */
    public static BinningChoice parse(final String origin) {
        final Map<String, String> settings = new HashMap<>();
        for (final String word : origin.split(" ")) {
            final int equals = word.indexOf('=');
            if (equals > 0) {
                settings.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        try {
            return new BinningChoice(
                    settings.containsKey("window_us") ? Long.valueOf(settings.get("window_us")) : null,
                    null,
                    settings.containsKey("pool") ? Pooling.parse("pool", settings.get("pool")) : null,
                    settings.containsKey("polarity") ? Polarity.parse("polarity", settings.get("polarity")) : null,
                    settings.containsKey("min_events") ? Integer.valueOf(settings.get("min_events")) : null,
                    settings.containsKey("full_scale") ? Integer.valueOf(settings.get("full_scale")) : null);
        } catch (final NumberFormatException e) {
            throw new ConfigurationException("model: damaged, its data set is " + origin, e);
        }
    }

    /**
     * Fills the gaps of one choice with another.
     *
     * @param usual what counts where nothing was chosen
     * @return both
     */
    public BinningChoice or(final BinningChoice usual) {
        final boolean timed = windowUs != null || binUs != null;
        return new BinningChoice(
                timed ? windowUs : usual.windowUs,
                timed ? binUs : usual.binUs,
                pooling == null ? usual.pooling : pooling,
                polarity == null ? usual.polarity : polarity,
                leastEvents == null ? usual.leastEvents : leastEvents,
                fullScale == null ? usual.fullScale : fullScale);
    }

    /**
     * Completes it.
     *
     * @param shape where events come from
     * @param steps steps of a recording
     * @return the binning
     */
    Binning binning(final EventShape shape, final int steps) {
        final boolean camera = shape.polarities() > 1;
        final Pooling pools = pooling == null ? Pooling.NONE : pooling;
        final long usualUs = camera ? CAMERA_US : COCHLEA_US;
        final int shared = Math.min(pools.columns(), shape.width()) * Math.min(pools.rows(), shape.height());
        return new Binning(
                binUs == null ? windowUs == null ? usualUs : windowUs : Math.multiplyExact(checked(binUs), steps),
                steps,
                pools,
                polarity == null ? camera ? Polarity.BOTH : Polarity.MERGED : polarity,
                leastEvents == null ? 1 : leastEvents,
                fullScale == null ? Math.min(USUAL_FULL_SCALE * shared, 1_000_000) : fullScale);
    }

    private static long checked(final long us) {
        if (us < 1 || us > Integer.MAX_VALUE) {
            throw ConfigurationException.of("--bin-us", us, "1.." + Integer.MAX_VALUE);
        }
        return us;
    }
}
