package org.ranvier.testbench.nir.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.Graphs;
import org.ranvier.testbench.nir.graph.Convolution;
import org.ranvier.testbench.nir.graph.Flatten;
import org.ranvier.testbench.nir.graph.NirGraph;
import org.ranvier.testbench.nir.graph.Tensor;

/**
 * Files with bytes changed, cut off or moved: each is read as a network or refused in one line. {@code -Dranvier.fuzz=100000} makes
 * more of them.
 */
class DamagedNirTest {
    private static final int FILES = Integer.getInteger("ranvier.fuzz", 400);
    private static final int SEED = 5;

    @Test
    void shouldReadOrRefuseInOneLineWhenAFileIsDamaged() {
        final byte[] sound = NirWriter.bytes(graph());
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            final SplittableRandom random = new SplittableRandom(SEED + (long) i);
            final byte[] content = damaged(sound, random);
            final String message = assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> read(content), "file of seed " + (SEED + i));
            if (message != null) {
                refused++;
                assertThat(message).startsWith("damaged.nir: ").doesNotContain("\n");
            }
        }
        assertThat(refused).isGreaterThan(FILES / 3);
    }

    private static String read(final byte[] content) {
        try {
            NirFile.read("damaged.nir", content).network(Map.of());
            return null;
        } catch (final ConfigurationException e) {
            return e.getMessage();
        }
    }

    private static byte[] damaged(final byte[] sound, final SplittableRandom random) {
        final byte[] content = sound.clone();
        switch (random.nextInt(4)) {
            case 0:
                return Arrays.copyOf(content, random.nextInt(content.length));
            case 1:
                final int length = random.nextInt(1, 64);
                final int from = random.nextInt(content.length - length);
                System.arraycopy(sound, from, content, random.nextInt(content.length - length), length);
                return content;
            default:
                final int changes = random.nextInt(1, 20);
                // Most of what a file says of itself is at its beginning.
                final int end = random.nextBoolean() ? content.length : Math.min(content.length, 4096);
                for (int i = 0; i < changes; i++) {
                    content[random.nextInt(end)] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xff);
                }
                return content;
        }
    }

    private static NirGraph graph() {
        final int[] ones = {1, 1};
        final NirGraph layer = new Graphs()
                .input("input", 8)
                .node("cell", Graphs.lif(8, 1, 1))
                .node("back", Graphs.linear(new double[8][8]))
                .output("output", 8)
                .chain("input", "cell", "back", "cell", "output")
                .graph();
        return new Graphs()
                .input("in", 1, 3, 3)
                .node(
                        "conv",
                        new Convolution(
                                Graphs.ramp(.1, 2, 1, 2, 2),
                                Tensor.filled(2, 1),
                                ones,
                                new int[2],
                                new int[2],
                                ones,
                                1,
                                new int[] {3, 3}))
                .node("flat", new Flatten(0, -1))
                .node("layer", layer)
                .output("out", 8)
                .chain("in", "conv", "flat", "layer", "out")
                .graph();
    }
}
