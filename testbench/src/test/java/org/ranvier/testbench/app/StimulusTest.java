package org.ranvier.testbench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the host sends, sent back by a core that echoes every packet. */
class StimulusTest {
    private static final String HEAD = """
            chip: {mesh: 2x2}
            ticks: 20
            seed: 11
            cores:
              - {name: e, program: echo.asm}
            routes: [{from: e, kind: OUT, to: host}]
            stimulus:
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void writeProgram() {
        Apps.write(directory, "echo.asm", ".on IN back\n.on LAB back\nback: p.send OUT, key, pay\n end\n");
    }

    @Test
    void shouldSendEverySpikeInItsTickWhenTheyComeFromAFileInAnyOrder() {
        Apps.write(
                directory,
                "s.csv",
                "# sample, tick\nsample,tick,kind,key,payload,to\n1,3,IN,9,-5,e\n0,19,IN,2,7,e\n\n0,0,IN,1,0,e\n1,-1,LAB,4,1,e\n");

        assertThat(echoed("  - spikes: s.csv\n"))
                .containsExactly("0,0,OUT,1,0", "0,19,OUT,2,7", "1,-1,OUT,4,1", "1,3,OUT,9,-5");
    }

    @Test
    void shouldSendOneCopyToEveryReceiverWhenThereAreSeveral() {
        final String app = HEAD.replace("cores:\n", "cores:\n  - {name: f, program: echo.asm}\n")
                .replace("routes: [", "routes: [{from: f, kind: OUT, to: host, offset: 100}, ");
        Apps.write(directory, "s.csv", "tick,kind,key,to\n2,IN,1,e+f\n");

        assertThat(echoed(app, "  - spikes: s.csv\n")).containsExactlyInAnyOrder("0,2,OUT,1,0", "0,2,OUT,101,0");
    }

    /**
     * 100 keys, 20 ticks, 50 samples: 100,000 draws of probability 1 - exp(-0.2) = 0.18127, standard deviation 0.00122. Five of
     * them are wrong once in 1.7 million seeds.
     */
    @Test
    void shouldSpikeAsOftenAsAPoissonProcessWhenRatesAreGiven() {
        final List<String> spikes = echoed(
                HEAD + "  - poisson: {to: e, kind: IN, keys: [50, 149], payload: 3, rate: 0.2}\nsamples: 50\n", "");

        assertThat(spikes.size() / 100_000.0).isCloseTo(0.18127, within(0.0061));
        assertThat(spikes).allMatch(line -> line.matches("\\d+,\\d+,OUT,(5\\d|[6-9]\\d|1[0-4]\\d),3"));
    }

    @Test
    void shouldRepeatItselfWhenTheStimulusHasASeedOfItsOwn() {
        final String own = "  - poisson: {to: e, kind: IN, keys: [0, 9], rate: 0.2, seed: 4}\n";
        final List<String> first = echoed(own);

        assertThat(echoed(HEAD.replace("seed: 11", "seed: 12"), own)).isEqualTo(first);
        assertThat(echoed(own.replace("seed: 4", "seed: 5"))).isNotEqualTo(first);
    }

    @Test
    void shouldShowPixelsThatAreNotZeroAndTheLabelWhenImagesAreGiven() throws IOException {
        writeImages();

        assertThat(
                        echoed(
                                "  - images: {files: [i.idx, l.idx], to: e, kind: IN, label: {to: e, kind: LAB, payload: 8}}\n"))
                .containsExactly("0,-1,OUT,3,8", "0,-1,OUT,1,255", "0,-1,OUT,3,1", "1,-1,OUT,200,8", "1,-1,OUT,0,7");
    }

    @Test
    void shouldStartWhereToldWhenImagesAreGiven() throws IOException {
        writeImages();

        assertThat(echoed("  - images: {files: [i.idx, l.idx], first: 1, to: e, kind: IN}\n"))
                .containsExactly("0,-1,OUT,0,7");
        assertThatThrownBy(() ->
                        echoed(HEAD, "  - images: {files: [i.idx, l.idx], first: 1, to: e, kind: IN}\nsamples: 2\n"))
                .hasMessageContaining("2 samples from image 1 on are more than the 2 images of i.idx");
    }

    private void writeImages() throws IOException {
        Files.write(
                directory.resolve("i.idx"),
                new byte[] {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 0, (byte) 255, 0, 1, 7, 0, 0, 0});
        Files.write(directory.resolve("l.idx"), new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 3, (byte) 200});
    }

    private List<String> echoed(final String stimulus) {
        return echoed(HEAD, stimulus);
    }

    /** The lines of host.csv without their cycle. */
    private List<String> echoed(final String head, final String stimulus) {
        Apps.write(directory, "app.yaml", head + stimulus);
        Apps.run(directory);
        return Apps.read(directory, "host.csv")
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst("^(\\d+,-?\\d+),\\d+", "$1"))
                .toList();
    }
}
