package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a user gets wrong: exit code 2, one line that names it, and no file. */
final class BadInputTest {
    @TempDir
    private Path directory;

    private Path data;
    private Path out;

    @BeforeEach
    void writeImages() throws IOException {
        data = TinyImages.write(Files.createDirectory(directory.resolve("data")), 20);
        out = directory.resolve("out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--hidden 0 | --hidden: 0 is not allowed, expected 1..65535",
                "--hidden 10,-3 | --hidden: -3 is not allowed, expected 1..65535",
                "--hidden many | Invalid value for option '--hidden'",
                "--ticks -1 | --ticks: -1 is not allowed, expected 1..1000000",
                "--ticks 0 | --ticks: 0 is not allowed",
                "--ticks 1.5 | Invalid value for option '--ticks'",
                "--epochs 0 | --epochs: 0 is not allowed, expected 1..10000",
                "--eta NaN | --eta: NaN is not allowed",
                "--eta Infinity | --eta: Infinity is not allowed",
                "--eta -0.1 | --eta: -0.1 is not allowed",
                "--eta 0 | --eta: 0.0 is not allowed",
                "--learn-enable-decay NaN | --learn-enable-decay: NaN is not allowed, expected a number in 0.0..1.0",
                "--learn-enable-decay 1.5 | --learn-enable-decay: 1.5 is not allowed",
                "--train-samples 21 | --train-samples: 21 is not allowed, expected 1..20, the images of mnist train",
                "--test-samples 21 | --test-samples: 21 is not allowed, expected 1..20, the images of mnist test",
                "--train-samples 0 | --train-samples: 0 is not allowed",
                "--infer-ticks 0 | --infer-ticks: 0 is not allowed",
                "--seed 1e3 | Invalid value for option '--seed'",
                "--dataset cifar | cifar is not allowed",
                "--device memristor | --device: memristor is not allowed, expected one of ideal, constant-step",
                "--device constant-step --eta 0.05 | --eta: 0.05 is not allowed, expected at most 0.0256 with --ticks 16",
                "--fabric quantum | --fabric: quantum is not allowed, expected cycle or ideal",
                "--clock 0 | --clock: 0.0 is not allowed, expected a number in 1.0..1.0E12",
                "--clock NaN | --clock: NaN is not allowed",
                "--profile coal | coal is not allowed, expected one of rpu-45nm",
                "--hidden 2000,10 | crossbar 2 needs 2001 rows (2000 inputs and a bias), 977 more than the tile's 1024",
                "--hidden 900,900,900,900,900 | the network needs",
                "--colour red | Unknown option",
                "--align maybe | Invalid value for option '--align'",
            })
    void shouldExitWithTwoAndOneLineWhenTrainingOptionIsBad(final String options, final String message) {
        assertRefused(trained(options.strip().split(" ")), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bl 0 | --bl: 0 is not allowed, expected 1..65536",
                "--bl ten | Invalid value for option '--bl'",
                "--io golden | --io: golden is not allowed, expected default, preset, standard or perfect",
                "--update Magic | --update: Magic is not allowed, expected StochasticCompressed",
                "--no-um --ublm | um: false is not allowed, expected true with ublm",
                "--activation step | --activation: step is not allowed, expected sigmoid, tanh, relu",
                "--eta 0 | --eta: 0.0 is not allowed",
                "--eta 1e-9 | --eta: 1.0E-9 is not allowed",
                "--eta-decay 0 | --eta-decay: 0.0 is not allowed",
                "--device memristor | --device: memristor is not allowed, expected one of",
                "--hidden 2000,10 | crossbar 2 needs 2001 rows (2000 inputs and a bias), 977 more than the tile's 1024",
                "--ticks 3 | Unknown option",
            })
    void shouldExitWithTwoAndOneLineWhenOptionOfValuesIsBad(final String options, final String message) {
        assertRefused(trainedBy("rpu-sgd", options.strip().split(" ")), message);
    }

    @Test
    void shouldRefuseWhenImagesAreMissing() throws IOException {
        Files.delete(data.resolve(TinyImages.TRAIN_IMAGES));
        assertRefused(trained(), TinyImages.TRAIN_IMAGES + ": missing");
    }

    @Test
    void shouldRefuseWhenImagesAreTruncated() throws IOException {
        replace(TinyImages.TRAIN_IMAGES, Arrays.copyOf(TinyImages.images(20), 5000));
        assertRefused(trained(), TinyImages.TRAIN_IMAGES + ": ");
    }

    @Test
    void shouldRefuseWhenMagicIsWrong() throws IOException {
        replace(TinyImages.TRAIN_IMAGES, TinyImages.labels(20));
        assertRefused(trained(), TinyImages.TRAIN_IMAGES + ": ");
    }

    @Test
    void shouldRefuseWhenLabelIsOutOfRange() throws IOException {
        final byte[] labels = TinyImages.labels(20);
        labels[8 + 3] = 11;
        replace(TinyImages.TRAIN_LABELS, labels);
        assertRefused(trained(), TinyImages.TRAIN_LABELS + ": label 11 of image 3 is out of range");
    }

    @Test
    void shouldRefuseWhenImagesAndLabelsDifferInNumber() throws IOException {
        replace(TinyImages.TRAIN_LABELS, TinyImages.labels(19));
        assertRefused(trained(), "19");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lanes: 8 | chip.yaml:1: unknown key lanes, allowed are barrier_hop_cycles,",
                "mesh: 4x4;core: {lane: 8} | chip.yaml:2: unknown key core.lane, allowed are dispatch_cycles,",
                "mesh: 0x4 | chip.yaml:1: mesh: 0x4 is not allowed, expected KxL",
                "mesh: 100x4 | chip.yaml:1: mesh: 100x4 is not allowed",
                "core: {memory_bytes: 1024} | of local memory",
                "mesh: [4 | chip.yaml:"
            })
    void shouldRefuseWhenChipFileIsBad(final String yaml, final String message) throws IOException {
        final Path chip = directory.resolve("chip.yaml");
        Files.writeString(chip, yaml.strip().replace(";", "\n") + "\n");
        assertRefused(trained("--chip", chip.toString()), message);
    }

    @Test
    void shouldRefuseWhenChipFileIsMissing() {
        assertRefused(trained("--chip", directory.resolve("none.yaml").toString()), "none.yaml: no such file");
    }

    @Test
    void shouldRefuseWhenModelCannotBeSaved() {
        assertRefused(
                trained("--save", directory.resolve("none/digits.model").toString()),
                "expected a file in an existing directory");
    }

    @Test
    void shouldRefuseWhenOutputIsAFile() throws IOException {
        Files.writeString(out, "mine");
        final CliRun run = trained();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("ranvier: --out: ");
        assertThat(out).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "golden ssnn-bp --sizes 784x20",
                "golden ssnn-bp --sizes 100-20-10",
                "golden ssnn-bp --sizes 784-20-5",
                "golden ssnn-bp --dw 1/0",
                "golden ssnn-bp --dw NaN",
                "golden ssnn-bp --dw half",
                "golden ssnn-bp --images 10001",
                "golden ssnn-bp --images 0",
                "golden ssnn-bp --first-image -1",
                "golden ssnn-bp --theta-shifts 0,0,0",
                "golden ssnn-bp --theta-shifts 0,11",
                "golden ssnn-bp --beta-shift 9",
                "golden ssnn-bp --learn-enable 2",
                "map ssnn-bp --hidden 0",
                "map ssnn-bp --inputs 2000",
                "infer --model none.model",
                "infer",
                "train",
                "train hebb",
                "fly",
                ""
            })
    void shouldExitWithTwoAndOneLineWhenCommandIsBad(final String line) {
        final CliRun run = line.isEmpty() ? CliRun.of() : CliRun.line(line);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1).first().asString().startsWith("ranvier: ");
        assertThat(run.out()).isEmpty();
    }

    private CliRun trained(final String... options) {
        return trainedBy("ssnn-bp", options);
    }

    private CliRun trainedBy(final String rule, final String... options) {
        final Stream<String> fixed = Stream.of("train", rule, "--data-dir", data.toString(), "--out", out.toString());
        return CliRun.of(Stream.concat(fixed, Arrays.stream(options)).toArray(String[]::new));
    }

    private void replace(final String file, final byte[] content) throws IOException {
        Files.write(data.resolve(file), content);
    }

    private void assertRefused(final CliRun run, final String message) {
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("ranvier: ").contains(message.strip());
        assertThat(run.out()).isEmpty();
        assertThat(out).doesNotExist();
    }
}
