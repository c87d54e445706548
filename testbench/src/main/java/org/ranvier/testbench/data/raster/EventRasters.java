package org.ranvier.testbench.data.raster;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SpikeSet;
import org.ranvier.testbench.data.event.EventSample;
import org.ranvier.testbench.data.event.EventSource;

/** Recordings of one part of a set, of which one at a time is in memory, in steps or counted. */
final class EventRasters implements SpikeSet {
    private static final int MOST_BINS = 1 << 24;

    private final String name;
    private final EventSource source;
    private final Binning binning;
    private final InputMap inputs;
    private final int from;
    private final int count;
    private final Runnable closing;

    private final EventSample sample = new EventSample();
    private final byte[] pixels;
    private int[] bins;
    private int current = -1;

    /**
     * @param name how reports name the set
     * @param source the recordings
     * @param binning what is seen of them
     * @param from the first recording of the set
     * @param count how many it has
     * @param closing what closes the recordings
     */
    EventRasters(
            final String name,
            final EventSource source,
            final Binning binning,
            final int from,
            final int count,
            final Runnable closing) {
        this.name = name;
        this.source = source;
        this.binning = binning;
        this.from = from;
        this.count = count;
        this.closing = closing;
        inputs = new InputMap(source.shape(), binning);
        pixels = new byte[imageSize()];
        if ((long) imageSize() * binning.steps() > MOST_BINS) {
            throw new ConfigurationException(name + ": " + binning.steps() + " steps of " + imageSize()
                    + " inputs are more than " + MOST_BINS + ", expected fewer steps or larger pools (--pool)");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rows() {
        return inputs.rows();
    }

    @Override
    public int columns() {
        return inputs.columns();
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int steps() {
        return binning.steps();
    }

    @Override
    public byte[] pixels() {
        return pixels;
    }

    /** {@inheritDoc} Here, 0: the image is made of the recording's counts. */
    @Override
    public int offset(final int image) {
        read(image);
        return 0;
    }

    @Override
    public int label(final int image) {
        read(image);
        return sample.label();
    }

    @Override
    public int[][] spikes(final int index) {
        read(index);
        final int size = imageSize();
        final int[][] spikes = new int[binning.steps()][];
        final int[] step = new int[size];
        for (int t = 0; t < spikes.length; t++) {
            int fired = 0;
            for (int i = 0; i < size; i++) {
                if (bins[t * size + i] >= binning.leastEvents()) {
                    step[fired++] = i;
                }
            }
            spikes[t] = Arrays.copyOf(step, fired);
        }
        return spikes;
    }

    private void read(final int index) {
        if (index == current) {
            return;
        }
        ConfigurationException.checkRange("samples of " + name, index, 0, count - 1);
        current = -1;
        source.read(from + index, sample);
        if (sample.label() < 0 || sample.label() >= source.classes().size()) {
            throw new ConfigurationException(sample.origin() + ": has no label to learn or to test");
        }
        bin();
        current = index;
    }

    private void bin() {
        final int size = imageSize();
        if (bins == null) {
            bins = new int[size * binning.steps()];
        }
        Arrays.fill(bins, 0);
        final long[] times = sample.times();
        for (int n = 0; n < sample.count(); n++) {
            if (times[n] < 0) {
                throw new ConfigurationException(sample.origin() + ": an event has the time " + times[n] + " us");
            }
            final int input = inputs.input(sample.x()[n], sample.y()[n], sample.polarities()[n], sample.origin());
            final int step = binning.step(times[n]);
            if (input >= 0 && step >= 0) {
                bins[step * size + input]++;
            }
        }
        for (int i = 0; i < size; i++) {
            int events = 0;
            for (int t = 0; t < binning.steps(); t++) {
                events += bins[t * size + i];
            }
            pixels[i] = (byte) binning.brightness(events);
        }
    }

    @Override
    public ImageSet first(final int images) {
        ConfigurationException.checkRange("recordings of " + name, images, 0, count);
        return new EventRasters(name, source, binning, from, images, closing);
    }

    @Override
    public ImageSet last(final int images) {
        ConfigurationException.checkRange("recordings of " + name, images, 0, count);
        return new EventRasters(name, source, binning, from + count - images, images, closing);
    }

    @Override
    public void close() {
        closing.run();
    }
}
