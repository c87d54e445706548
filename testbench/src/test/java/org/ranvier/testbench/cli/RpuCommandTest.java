package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.testbench.rpu.Presets;

/** The commands {@code rpu response}, {@code rpu list} and {@code rpu show}. */
final class RpuCommandTest {
    private static final String HEADER = "preset,phase,k,w_mean,w_std,w_q05,w_q50,w_q95,hidden_mean,hidden_std";

    @TempDir
    private Path directory;

    @Test
    void shouldWriteTableOfContractWhenDeviceIsExact() {
        final CliRun run =
                CliRun.line("rpu response --preset gokmenvlasov --up 40 --down 3 --devices 7 --no-c2c --no-d2d");
        assertThat(run.err()).isEmpty();
        final List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo(HEADER);
        assertThat(lines.stream().skip(1).map(line -> line.replaceAll("^GokmenVlasov,(\\w+),(\\d+),.*", "$1$2")))
                .containsExactly(
                        "up0", "up1", "up2", "up4", "up5", "up6", "up8", "up10", "up12", "up14", "up16", "up18", "up20",
                        "up22", "up24", "up26", "up28", "up30", "up32", "up34", "up36", "up38", "up40", "down0",
                        "down1", "down2", "down3");
        assertThat(lines.get(1)).isEqualTo("GokmenVlasov,up,0,0,0,0,0,0,,");
        assertThat(lines.get(23)).matches("GokmenVlasov,up,40,0.06400\\d*,0,0.06400\\d*,0.06400\\d*,0.06400\\d*,,");
        assertThat(lines.get(26)).startsWith("GokmenVlasov,down,2,0.06079");
    }

    @Test
    void shouldFillHiddenColumnsOnlyWhenDeviceHasWriteNoise() throws IOException {
        final Path out = directory.resolve("curve.csv");
        final CliRun run = CliRun.of(
                "rpu",
                "response",
                "--preset",
                "ReRamSB",
                "--up",
                "1",
                "--down",
                "0",
                "--devices",
                "300",
                "--seed",
                "9",
                "--out",
                out.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        final List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).matches("ReRamSB,up,0,-?0\\.0.*,0\\.1.*,0,0");
        assertThat(CliRun.line("rpu response --preset ReRamSB --up 1 --down 0 --devices 300 --seed 9 --no-c2c")
                        .out())
                .contains("ReRamSB,up,0,0,0,0,0,0,,");
    }

    @Test
    void shouldDrawMeanAndBandWhenPlotIsAsked() throws IOException {
        final Path plot = directory.resolve("curve.svg");
        final CliRun run = CliRun.of(
                "rpu",
                "response",
                "--preset",
                "EcRam",
                "--up",
                "40",
                "--down",
                "20",
                "--devices",
                "99",
                "--plot",
                plot.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith(HEADER);
        final String svg = Files.readString(plot);
        assertThat(svg).contains("<svg").contains("rgb(0,114,178)");
        // Both edges of the band, and its mark in the legend.
        assertThat(svg.split("rgb\\(213,94,0\\)", -1)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void shouldRepeatItselfWhenSeedIsTheSameAndDifferOtherwise() {
        final String line = "rpu response --preset EcRam --up 5 --down 5 --devices 257 --seed ";
        assertThat(CliRun.line(line + 4).out()).isEqualTo(CliRun.line(line + 4).out());
        assertThat(CliRun.line(line + 4).out())
                .isNotEqualTo(CliRun.line(line + 5).out());
    }

    @Test
    void shouldTakeUsersFileWhenPresetIsOne() throws IOException {
        final Path mine = Files.writeString(directory.resolve("mine.yaml"), """
                name: mine
                description: A device of my own.
                source: "measured yesterday"
                device:
                  preset: PiecewiseStep
                  dw_min: 1/64
                  dw_min_std: 0
                  dw_min_dtod: 0
                  enforce_consistency: false
                  up_down_dtod: 0
                  piecewise_up: [1, 0.5]
                periphery: {forward: PresetIO, backward: PresetIO, update: PresetUpdate}
                """);
        final CliRun show = CliRun.of("rpu", "show", mine.toString());
        assertThat(show.out())
                .contains("mine\n  A device of my own.\n  source: measured yesterday")
                .containsPattern("piecewise_up +1, 0.5 +relative")
                .containsPattern("enforce_consistency +off")
                .contains("step: 0.015625 weight");
        final CliRun run = CliRun.of(
                "rpu",
                "response",
                "--preset",
                mine.toString(),
                "--up",
                "1",
                "--down",
                "1",
                "--no-d2d",
                "--devices",
                "3");
        assertThat(run.out()).contains("mine,up,1,0.01171875,0,");
    }

    @Test
    void shouldNameEveryPresetAndTypeWhenListed() {
        final CliRun run = CliRun.line("rpu list");
        assertThat(run.out()).contains(Presets.names()).contains("Gokmen and Vlasov, Front. Neurosci. 10:333, 2016");
        final List<String> lines = run.out().lines().toList();
        final int type = lines.get(0).indexOf("type");
        assertThat(lines.subList(1, lines.indexOf("")))
                .as("a blank before every type")
                .allSatisfy(line -> assertThat(line.substring(type - 1)).matches(" [a-z].*"));
        assertThat(run.out()).contains("types: ideal, constant-step, linear-step, soft-bounds");
    }

    @ParameterizedTest
    @CsvSource({
        "GokmenVlasov, dw_min +0.0016 +weight +1e-09..1",
        "Idealized, dw_min +0.0002",
        "ReRamES, A_down +-0.081404",
        "ReRamSB, write_noise_std +56 +dw_min",
        "Capacitor, lifetime +1e\\+06 +steps",
        "EcRam, gamma_down +0.5085",
        "EcRamMO, dw_min +0.00028214",
        "PCMsingle, dw_min_std_slope +0.108",
        "ReRamArrayOM, dw_min_dtod_log_normal +on",
        "ReRamArrayHfO2, reference_std +0.05",
        "soft-bounds, w_min +-1"
    })
    void shouldPrintOptionsWithUnitsWhenShown(final String name, final String option) {
        final CliRun run = CliRun.of("rpu", "show", name);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).containsPattern("(?m)^" + option + ".* [a-z]+").contains("source: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "response --preset foo --up 1 --down 1 | --preset: foo is not allowed, expected one of ideal,",
                "response --preset none.yaml --up 1 --down 1 | none.yaml: cannot be read",
                "response --preset EcRam --up -1 --down 1 | --up: -1 is not allowed, expected 0..10000000",
                "response --preset EcRam --up 1 --down x | Invalid value for option '--down'",
                "response --preset EcRam --up 1 --down 1 --devices 0 | --devices: 0 is not allowed, expected 1..4194304",
                "response --preset EcRam --up 1 --down 1 --out none/x.csv | --out: none/x.csv is not allowed",
                "response --up 1 --down 1 | Missing required option",
                "response --preset EcRam --up 1 --down 1 --plot none/x.svg | --plot: none/x.svg is not allowed",
                "show foo | preset: foo is not allowed, expected one of ideal,",
                "train | Unmatched argument"
            })
    void shouldRefuseInOneLineWhenInputIsBad(final String line, final String message) {
        final CliRun run = CliRun.line("rpu " + line.strip());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(message.strip());
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: ideal, gamma: 1} | bad.yaml:4: device.gamma: device ideal option: gamma is not allowed, expected one of step,",
                "{type: soft-bounds, dw_min: -1} | bad.yaml:4: device.dw_min: device.dw_min: -1.0 is not allowed",
                "{type: soft-bounds, mult_noise: 2} | device.mult_noise: 2.0 is not allowed, expected 0 or 1",
                "{type: nothing} | bad.yaml:4: device.type: device.type: nothing is not allowed, expected one of ideal,",
                "{preset: nothing} | bad.yaml:4: device.preset: preset: nothing is not allowed",
                "{type: ideal, preset: EcRam} | has a type and a preset, one is allowed",
                "{dw_min: 1} | the key 'type' is missing",
                "{type: ideal, step: {type: ideal}} | device ideal part: step is not allowed, expected none",
            })
    void shouldNamePlaceWhenFileIsBad(final String device, final String message) throws IOException {
        final Path file = Files.writeString(
                directory.resolve("bad.yaml"),
                "name: bad\ndescription: bad\nsource: none\ndevice: " + device
                        + "\nperiphery: {forward: a, backward: b, update: c}\n");
        final CliRun run = CliRun.of("rpu", "show", file.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(message.strip());
    }
}
