package org.ranvier.testbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;

/** Writes the trace of the first five MNIST images in a 784-20-10 network and compares it line by line with the recorded one. */
final class GoldenTraceTest {
    private static final long SEED = 7;
    private static final int TICKS = 6;
    private static final int[] SIZES = {784, 20, 10};

    @Test
    void shouldWriteEveryLineOfTheGoldenTraceWhenRunWithItsSettings() throws IOException {
        assertThat(trace()).containsExactlyElementsOf(golden());
    }

    private static List<String> golden() throws IOException {
        try (InputStream in = GoldenTraceTest.class.getResourceAsStream("ssnn-bp-trace.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toList());
        }
    }

    private static List<String> trace() {
        final SsnnBpReference reference = new SsnnBpReference(SsnnBpSpec.of(SIZES, TICKS, TICKS / 256.0, SEED));
        final List<String> lines = new ArrayList<>();
        lines.add("W1[0][:5] " + Arrays.toString(Arrays.copyOf(reference.weights(1), 5)) + " W1 sum "
                + sum(reference.weights(1)) + " W2 sum " + sum(reference.weights(2)));
        lines.add("rin[:3] seeds " + seeds(0, 3) + " rf1[:3] " + seeds(11, 3) + " rg1 " + seeds(31, 3) + " rq "
                + seeds(50, 1));
        final ImageSet images = DataSets.load("mnist", null).train();
        reference.observe(new TraceWriter(lines));
        for (int i = 0; i < 5; i++) {
            final int[] counts = reference.learn(images.pixels(), images.offset(i), images.label(i), SsnnBpSpec.ONE);
            reference.observe(null);
            final long[] pulses = reference.coincidences();
            lines.add("sample " + i + " label " + images.label(i) + " counts " + Arrays.toString(counts)
                    + " hash31(W1,W2)=" + String.format("%08x", reference.weightsHash()) + " upd=" + pulses[1] + ","
                    + pulses[2]);
        }
        return lines;
    }

    private static long sum(final int[] weights) {
        return Arrays.stream(weights).asLongStream().sum();
    }

    private static String seeds(final int stream, final int count) {
        return Arrays.stream(Xorshift32.lanes(SEED, stream, count))
                .mapToObj(Integer::toUnsignedString)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static final class TraceWriter implements SsnnBpObserver {
        private final List<String> lines;
        private String line;

        TraceWriter(final List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void spikes(final int tick, final int layer, final EventList events) {
            switch (layer) {
                case 0 ->
                    line = " t=" + tick + " in#=" + events.count() + " insum="
                            + neurons(events).sum();
                case 1 -> line += " hid=" + Arrays.toString(neurons(events).toArray());
                default -> line += " win=" + (events.count() == 0 ? -1 : events.neuron(0));
            }
        }

        @Override
        public void gradients(final int tick, final int layer, final EventList events) {
            if (layer == 2) {
                line += " g2=" + Arrays.toString(neurons(events).toArray());
            } else {
                lines.add(line + " g1="
                        + IntStream.range(0, events.count())
                                .mapToObj(e -> "(" + events.neuron(e) + ", " + events.sign(e) + ")")
                                .collect(Collectors.joining(", ", "[", "]")));
            }
        }

        private static IntStream neurons(final EventList events) {
            return IntStream.range(0, events.count()).map(events::neuron);
        }
    }
}
