package org.ranvier.testbench.data.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SpikeSet;
import org.ranvier.testbench.data.event.EventOptions;
import org.ranvier.testbench.data.event.EventSet;
import org.ranvier.testbench.data.event.EventSets;

class EventDataTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        // OFF at the corner; two ON events of one pixel in step 1 of 3, out of order; the last pixel just before and at
        // the end of 30 ms.
        final int[][] events = {
            {0, 0, 0, 0}, {5, 2, 1, 19_999}, {5, 2, 1, 10_000}, {33, 33, 0, 29_999}, {33, 33, 0, 30_000}
        };
        final ByteBuffer bytes = ByteBuffer.allocate(5 * events.length);
        for (final int[] event : events) {
            TinyEvents.put(bytes, event[0], event[1], event[2], event[3]);
        }
        TinyEvents.write(folder.resolve("Train"), 0, 1, bytes.array());
        TinyEvents.write(folder.resolve("Train"), 1, 2, new byte[0]);
        TinyEvents.write(folder.resolve("Test"), 1, 1, bytes.array());
    }

    private DataSet spikes(final BinningChoice choice) {
        return EventData.spikes(folder, open(), choice, 3);
    }

    private EventSet open() {
        return EventSets.open(folder, null, EventOptions.NONE);
    }

    private static BinningChoice choice(final Pooling pooling, final Polarity polarity, final Integer least) {
        return new BinningChoice(30_000L, null, pooling, polarity, least, null);
    }

    @Test
    void shouldPutEventsIntoStepsOfEqualLength() {
        try (DataSet set = spikes(choice(null, null, null))) {
            final SpikeSet train = (SpikeSet) set.train();
            assertThat(set.classes()).isEqualTo(2);
            assertThat(train.count()).isEqualTo(2);
            assertThat(train.imageSize()).isEqualTo(2 * 34 * 34);
            assertThat(train.spikes(0)).isDeepEqualTo(new int[][] {{0}, {34 * 34 + 2 * 34 + 5}, {34 * 34 - 1}});
            assertThat(train.spikes(1)).isDeepEqualTo(new int[][] {{}, {}, {}});
            assertThat(train.label(1)).isEqualTo(1);
            assertThat(train.spikes(0)[1]).hasSize(1);
        }
    }

    @Test
    void shouldPoolAndChoosePolaritiesAndCounts() {
        try (DataSet set = spikes(choice(new Pooling(3, 2), Polarity.MERGED, 2))) {
            final SpikeSet train = (SpikeSet) set.train();
            assertThat(train.columns()).isEqualTo(12);
            assertThat(train.rows()).isEqualTo(17);
            assertThat(train.spikes(0)).isDeepEqualTo(new int[][] {{}, {12 + 1}, {}});
        }
        try (DataSet set = spikes(choice(null, Polarity.OFF, null))) {
            assertThat(((SpikeSet) set.test()).spikes(0)).isDeepEqualTo(new int[][] {{0}, {}, {34 * 34 - 1}});
        }
        try (DataSet set = spikes(choice(null, Polarity.ON, null))) {
            assertThat(((SpikeSet) set.test()).spikes(0)).isDeepEqualTo(new int[][] {{}, {2 * 34 + 5}, {}});
        }
    }

    @Test
    void shouldCountEventsForImages() {
        final BinningChoice choice = new BinningChoice(30_000L, null, null, Polarity.MERGED, null, 2);
        try (DataSet set = EventData.counts(folder, open(), choice)) {
            final ImageSet train = set.train();
            assertThat(train.pixel(0, 0)).isEqualTo(128);
            assertThat(train.pixel(0, 2 * 34 + 5)).isEqualTo(255);
            assertThat(train.pixel(0, 1)).isZero();
            assertThat(train.pixel(1, 0)).isZero();
            assertThat(train.pixels()[train.offset(0)] & 0xFF).isEqualTo(128);
            assertThat(set.origin())
                    .isEqualTo(folder.getFileName() + " window_us=30000 pool=1 polarity=merged full_scale=2");
        }
    }

    @Test
    void shouldTakePartsOfASet() {
        try (DataSet set = spikes(choice(null, Polarity.MERGED, null))) {
            assertThat(set.train().first(1).count()).isEqualTo(1);
            assertThat(set.train().last(1).label(0)).isEqualTo(1);
            assertThatThrownBy(() -> set.train().first(3))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("3 is not allowed, expected 0..2");
        }
    }

    @Test
    void shouldMakeTheSameSamplesFromWhatAModelSays() {
        final BinningChoice chosen = new BinningChoice(null, 7_000L, new Pooling(2, 2), Polarity.ON, 3, null);
        try (DataSet set = spikes(chosen);
                DataSet same = spikes(BinningChoice.parse(set.origin()))) {
            assertThat(same.origin())
                    .isEqualTo(set.origin())
                    .endsWith(" window_us=21000 pool=2x2 polarity=on steps=3 min_events=3");
        }
    }

    @Test
    void shouldRefuseWhatDoesNotFitTheRecordings() {
        assertRefused(choice(new Pooling(35, 1), null, null), "--pool: 35 is not allowed, expected no more than 34x34");
        assertRefused(new BinningChoice(null, 0L, null, null, null, null), "--bin-us: 0 is not allowed, expected 1..");
        assertThatThrownBy(() -> new BinningChoice(1L, 1L, null, null, null, null))
                .hasMessage("--bin-us: 1 is not allowed, expected no such option beside --window-us");
        assertThatThrownBy(() -> EventData.spikes(folder, open(), BinningChoice.NONE, 100_000))
                .hasMessageContaining("100000 steps of 2312 inputs are more than 16777216");
        TinyEvents.write(folder.resolve("Test"), 1, 1, new byte[] {40, 0, 0, 0, 0});
        try (DataSet set = spikes(BinningChoice.NONE)) {
            assertThatThrownBy(() -> set.test().label(0))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("an event at (40, 0) is outside 34x34, ON and OFF");
        }
    }

    private void assertRefused(final BinningChoice choice, final String message) {
        assertThatThrownBy(() -> spikes(choice))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(message);
    }
}
