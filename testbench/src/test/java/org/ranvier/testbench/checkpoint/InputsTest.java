package org.ranvier.testbench.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SpikeSet;
import org.ranvier.testbench.data.StoredImages;

/** Whatever changes in what a run reads changes a hash. */
class InputsTest {
    private static Map<String, String> hashes(final int pixel, final int label, final int images) {
        final byte[] pixels = new byte[images * 4];
        pixels[5] = (byte) pixel;
        final byte[] labels = new byte[images];
        labels[1] = (byte) label;
        return new Inputs()
                .images(new StoredImages("tiny", 2, 2, pixels, labels))
                .hashes();
    }

    @Test
    void shouldTellImagesAndLabelsApart() {
        assertThat(hashes(1, 2, 3)).isEqualTo(hashes(1, 2, 3)).containsOnlyKeys("tiny images");
        assertThat(List.of(hashes(1, 2, 3), hashes(2, 2, 3), hashes(1, 3, 3), hashes(1, 2, 4)))
                .doesNotHaveDuplicates();
    }

    /** One sample of one input and two steps. */
    private record Spikes(int[][] spikes) implements SpikeSet {
        @Override
        public String name() {
            return "tiny";
        }

        @Override
        public int rows() {
            return 1;
        }

        @Override
        public int columns() {
            return 1;
        }

        @Override
        public int count() {
            return 1;
        }

        @Override
        public byte[] pixels() {
            return new byte[1];
        }

        @Override
        public int offset(final int image) {
            return 0;
        }

        @Override
        public int label(final int image) {
            return 0;
        }

        @Override
        public ImageSet first(final int images) {
            return this;
        }

        @Override
        public ImageSet last(final int images) {
            return this;
        }

        @Override
        public int steps() {
            return spikes.length;
        }

        @Override
        public int[][] spikes(final int sample) {
            return spikes;
        }
    }

    @Test
    void shouldTellSpikesOfEqualCountsApart() {
        final Map<String, String> early =
                new Inputs().images(new Spikes(new int[][] {{0}, {}})).hashes();
        final Map<String, String> late =
                new Inputs().images(new Spikes(new int[][] {{}, {0}})).hashes();

        assertThat(early).isNotEqualTo(late);
    }

    @Test
    void shouldHashWhatAFileHolds(@TempDir final Path directory) throws IOException {
        final Path file = Files.writeString(directory.resolve("a.yaml"), "abc");

        assertThat(new Inputs().file("--chip", file).hashes())
                .containsExactly(Map.entry(
                        "--chip " + file, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
}
