package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.testbench.data.event.EventSets;

/** The commands {@code data list}, {@code data check} and {@code data show}. */
final class DataCommandTest {
    /** (1, 2) ON at 0 us, (33, 0) OFF at 256 us. */
    private static final byte[] GOOD = {1, 2, (byte) 0x80, 0, 0, 33, 0, 0, 1, 0};

    /** (40, 2) ON at 256 us, (0, 0) OFF at 2 us: outside and too early. */
    private static final byte[] ODD = {40, 2, (byte) 0x80, 1, 0, 0, 0, 0, 0, 2};

    @TempDir
    private Path directory;

    private Path recordings;

    @BeforeEach
    void writeRecordings() throws IOException {
        recordings = directory.resolve("recordings");
        write("Train/0/1.bin", GOOD);
        write("Train/2/2.bin", GOOD);
        write("Test/2/1.bin", GOOD);
    }

    private void write(final String name, final byte[] bytes) throws IOException {
        Files.createDirectories(recordings.resolve(name).getParent());
        Files.write(recordings.resolve(name), bytes);
    }

    @Test
    void shouldNameEveryFormatWithinEightyColumnsWhenListed() {
        final CliRun run = CliRun.line("data list");
        assertThat(run.out()).contains(EventSets.formats().keySet()).contains("idx  ", "With the program: mnist");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    }

    @Test
    void shouldCountEverythingWhenAllIsWell() {
        final CliRun run = CliRun.of("data", "check", recordings.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                %s: n-mnist

                train: 2 samples, 4 events, 34x34, ON and OFF
                  events      2 .. 2, mean 2
                  duration    0.256 .. 0.256 ms, mean 0.256 ms
                  x           1 .. 33, mean 17
                  y           0 .. 2, mean 1
                  polarity    2 ON (50.0 %%), 2 OFF
                  unreadable  0
                  anomalies   0
                  classes     0: 1   2: 1

                test: 1 samples, 2 events, 34x34, ON and OFF
                  events      2 .. 2, mean 2
                  duration    0.256 .. 0.256 ms, mean 0.256 ms
                  x           1 .. 33, mean 17
                  y           0 .. 2, mean 1
                  polarity    1 ON (50.0 %%), 1 OFF
                  unreadable  0
                  anomalies   0
                  classes     2: 1
                """.formatted(recordings));
    }

    @Test
    void shouldTellOddSamplesAndExitWithThree() throws IOException {
        write("Train/2/3.bin", ODD);
        write("Train/2/4.bin", new byte[0]);
        final CliRun run = CliRun.of("data", "check", recordings.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains("  anomalies   3\n")
                .contains("  ! Train/2/3.bin: 1 of 2 events outside 34x34, the first is event 0, pixel (40, 2)\n")
                .contains("  ! Train/2/3.bin: 1 of 2 events earlier than one before, the first is event 1 at 2 us\n")
                .contains("  ! Train/2/4.bin: has no events\n");
        final CliRun brief = CliRun.of("data", "check", recordings.toString(), "--anomalies", "1", "--size", "50x34");
        assertThat(brief.out()).contains("anomalies   2\n", "  ! and 1 more\n").doesNotContain("outside");
    }

    @Test
    void shouldGoOnAfterDamageAndExitWithTwo() throws IOException {
        write("Train/1/0.bin", new byte[] {1, 2, 3});
        final CliRun run = CliRun.of("data", "check", recordings.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out())
                .contains("train: 3 samples, 4 events")
                .contains("  unreadable  1\n")
                .contains("  ! Train/1/0.bin, byte 3: the file ends too early\n")
                .contains("test: 1 samples");
    }

    @Test
    void shouldCheckImagesWhenFilesAreIdx() throws IOException {
        TinyImages.write(Files.createDirectory(directory.resolve("images")), 20);
        final CliRun run =
                CliRun.of("data", "check", directory.resolve("images").toString());
        assertThat(run.code()).as(run.err() + run.out()).isZero();
        assertThat(run.out()).contains(": idx\n\nt10k: 20 images of ", "\ntrain: 20 images of ", "  unreadable  0\n");
    }

    @Test
    void shouldDrawOnBesideOffWhenShownInTheTerminal() {
        final CliRun run = CliRun.of("data", "show", recordings.toString(), "--sample", "1");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(20).first().isEqualTo("Train/2/2.bin: class 2, 2 events");
        assertThat(run.out().lines().toList().get(1)).matches("ON {35}OFF");
        assertThat(run.out().lines().toList().get(2)).isEqualTo(" ".repeat(70) + "\u2588");
        assertThat(run.out().lines().toList().get(3)).isEqualTo(" \u2588");
    }

    @Test
    void shouldWritePictureWhenAFileIsNamed() throws IOException {
        final Path picture = directory.resolve("two.png");
        final CliRun run =
                CliRun.of("data", "show", recordings.toString(), "--part", "test", "--out", picture.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Wrote " + picture + ": all ON and OFF events, at most 1 ON and 1 OFF at a pixel.");
        final BufferedImage image = ImageIO.read(picture.toFile());
        final int scale = image.getWidth() / 34;
        assertThat(image.getRGB(scale, 2 * scale) & 0xffffff).isEqualTo(213 << 16 | 94 << 8);
        assertThat(image.getRGB(33 * scale, 0) & 0xffffff).isEqualTo(114 << 8 | 178);
        assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(0xffffff);
    }

    @Test
    void shouldShowChannelsOverTimeWhenThereIsOneRow() throws IOException {
        final CliRun run = CliRun.of("data", "show", recordings.toString(), "--size", "34x1");
        assertThat(run.code()).as(run.err()).isZero();
        // Channel 33 is the upper row and the last moment; (1, 2) is no channel.
        assertThat(run.out().lines().toList().get(1)).isEqualTo(" ".repeat(78) + "\u2588");
        assertThat(run.out()).contains("channels 0 (bottom) to 33 over 0.000 .. 0.000 s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check NONE | NONE: does not exist",
                "check PATH --format nmnist | --format: nmnist is not allowed, expected one of shd,",
                "check PATH --format idx | has no files *-images-idx3-ubyte[.gz]",
                "check PATH --format shd | holds no files of format shd",
                "check PATH --size 34 | --size: 34 is not allowed, expected two numbers like 128x128",
                "check PATH --size 0x3 | width of an event source: 0 is not allowed, expected 1..65536",
                "check PATH --anomalies -1 | --anomalies: -1 is not allowed, expected 0..1000000",
                "show PATH --sample 2 | --sample: 2 is not allowed, expected 0..1",
                "show PATH --part valid | has no part valid, only train, test",
                "show PATH --out NONE/x.png | --out: NONE/x.png is not allowed",
                "show | Missing required parameter: 'PATH'",
            })
    void shouldRefuseInOneLineWhenInputIsBad(final String line, final String message) {
        final String[] words = ("data " + line.strip().replace("PATH", recordings.toString())).split(" ");
        final CliRun run = CliRun.of(words);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(message.strip());
        assertThat(run.out()).isEmpty();
    }
}
