package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.reference.SsnnBpReference;
import org.ranvier.testbench.reference.SsnnBpSpec;

final class GoldenCommandTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SAMPLE = Pattern.compile(
            "sample (\\d+) label (\\d+) counts (\\[.*]) hash31\\(W1,W2\\)=([0-9a-f]{8}) upd=(\\d+),(\\d+)");

    @Test
    void shouldPrintTheValuesOfTheGoldenTraceWhenRunWithItsSettings() throws IOException {
        final CliRun run = CliRun.line(
                "golden ssnn-bp --sizes 784-20-10 --seed 7 --ticks 6 --dw 1/256 --first-image 0 --images 5");
        assertThat(run.code()).as(run.err()).isZero();
        final List<String> expected = new ArrayList<>();
        for (final String line : trace()) {
            final Matcher sample = SAMPLE.matcher(line);
            if (sample.matches()) {
                expected.add("{\"image\":" + sample.group(1) + ",\"label\":" + sample.group(2) + ",\"counts\":"
                        + sample.group(3).replace(" ", "") + ",\"weights_hash\":\"" + sample.group(4)
                        + "\",\"coincidences\":[" + sample.group(5) + "," + sample.group(6) + "]");
            }
        }
        final List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(5);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).startsWith(expected.get(i) + ",\"spikes\":[");
        }
    }

    /** The first image's ticks in the trace: 954 input spikes, 21 hidden ones, 7 winners; 15 and 14 gradient spikes. */
    @Test
    void shouldCountTheSpikesOfTheGoldenTraceWhenRunWithItsSettings() throws IOException {
        int input = 0;
        int hidden = 0;
        int winners = 0;
        int outputGradient = 0;
        int hiddenGradient = 0;
        for (final String line : trace()) {
            if (line.startsWith("sample 0")) {
                break;
            }
            if (line.startsWith(" t=")) {
                input += Integer.parseInt(line.replaceAll(".*in#=(\\d+) .*", "$1"));
                hidden += numbers(line.replaceAll(".*hid=\\[(.*?)].*", "$1"));
                winners += line.contains("win=-1") ? 0 : 1;
                outputGradient += numbers(line.replaceAll(".*g2=\\[(.*?)].*", "$1"));
                hiddenGradient += numbers(line.replaceAll(".*g1=\\[(.*?)]$", "$1")) / 2;
            }
        }
        final String first = CliRun.line("golden ssnn-bp --images 1").out();
        assertThat(first)
                .contains("\"spikes\":[" + input + "," + hidden + "," + winners + "]")
                .contains("\"gradient_spikes\":[" + hiddenGradient + "," + outputGradient + "]");
    }

    @Test
    void shouldAgreeWithTheReferenceWhenEveryOptionIsGiven() throws IOException {
        final CliRun run =
                CliRun.line("golden ssnn-bp --sizes 784-40-30-10 --seed -3 --ticks 8 --dw 0.004 --first-image 20"
                        + " --images 4 --beta-shift 0 --theta-shifts 1,0,0 --align false --learn-enable 0.6");
        assertThat(run.code()).as(run.err()).isZero();
        final SsnnBpReference reference = new SsnnBpReference(new SsnnBpSpec(
                new int[] {784, 40, 30, 10},
                8,
                64,
                SsnnBpSpec.q20(0.004),
                SsnnBpSpec.ONE,
                0,
                new int[] {1, 0},
                new int[] {0, 0},
                false,
                -3));
        final ImageSet images = DataSets.load("mnist", null).train();
        int image = 20;
        for (final String line : run.out().lines().toList()) {
            reference.learn(images.pixels(), images.offset(image), images.label(image), SsnnBpSpec.q20(0.6));
            final JsonNode report = JSON.readTree(line);
            assertThat(report.get("image").asInt()).isEqualTo(image);
            assertThat(report.get("weights_hash").asText()).isEqualTo(String.format("%08x", reference.weightsHash()));
            for (int crossbar = 1; crossbar <= 3; crossbar++) {
                assertThat(report.get("coincidences").get(crossbar - 1).asLong())
                        .isEqualTo(reference.coincidences()[crossbar]);
            }
            image++;
        }
        assertThat(image).isEqualTo(24);
    }

    private static int numbers(final String list) {
        return list.isBlank() ? 0 : list.split(",").length;
    }

    private static List<String> trace() throws IOException {
        try (InputStream in = SsnnBpReference.class.getResourceAsStream("ssnn-bp-trace.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
