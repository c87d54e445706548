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
import org.ranvier.testbench.sweep.CommandSurface;

/** What of sweeps is in the program itself, which is without an engine here. */
class SweepCommandTest {
    @TempDir
    private Path folder;

    @Test
    void shouldBeListedAndExplainedWhenAskedForHelp() {
        assertThat(CliRun.line("--help").out()).containsPattern("\n  sweep +Runs a command with many values");
        assertThat(CliRun.line("sweep --help").out()).contains("--master", "Examples:\n  ranvier sweep ");
    }

    @Test
    void shouldSayHowToGetTheModuleWhenStartedWithout() throws IOException {
        final CliRun run = sweep("command: network pb-s --steps 1\n");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().strip())
                .isEqualTo("ranvier: sweep: its module is not there; ./ranvier sweep builds it, with Apache Spark, and"
                        + " starts it");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train ssnn-bp|grid: {tics: [1]}|2: grid.tics: ranvier train ssnn-bp has no option --tics",
                "train ssnn-bp|grid: {ticks: [8, many]}|2: grid.ticks: Invalid value for option '--ticks'",
                "train ssnn-bp|grid: {chip.router.vcs: [2]}|2: grid.chip.router.vcs: router.vcs: unknown key, allowed are",
                "train ssnn-bp|grid: {ticks.x: [2]}|2: grid.ticks.x: --ticks of ranvier train ssnn-bp takes no file",
                "noc sweep --mesh 2x2|grid: {rates: [0.1]}|1: command: Missing required options: ",
                "network pb-s --steps 1|seeds: 1|1: command: ranvier network has no option --seed",
                "tain ssnn-bp|seeds: 1|1: command: command: tain is not allowed, expected a command line of ranvier",
                "sweep x.yaml|seeds: 1|1: command: command: sweep is not allowed, expected a command line of ranvier",
                "train|seeds: 1|1: command: "
            })
    void shouldNameFileLineAndKeyWhenTheSweepDoesNotSuitTheCommand(
            final String command, final String more, final String problem) throws IOException {
        final CliRun run = sweep("command: " + command + "\n" + more + "\n");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("sweep.yaml:" + problem);
        assertThat(run.err().strip()).doesNotContain("\n");
    }

    @Test
    void shouldKnowWhichOptionsNameFilesWhenACommandIsLookedAt() {
        final CommandModel training = new CommandModel(List.of("train", "ssnn-bp", "--ticks", "8"));
        assertThat(training.name()).isEqualTo("ranvier train ssnn-bp");
        assertThat(training.writesDirectory()).isTrue();
        assertThat(training.kind("chip")).isEqualTo(CommandSurface.Kind.FILE);
        assertThat(training.kind("device")).isEqualTo(CommandSurface.Kind.FILE);
        assertThat(training.kind("data-dir")).isEqualTo(CommandSurface.Kind.FILE);
        assertThat(training.kind("eta")).isEqualTo(CommandSurface.Kind.VALUE);
        assertThat(training.kind("weight-bits")).isEqualTo(CommandSurface.Kind.NONE);
        final CommandModel traffic = new CommandModel(List.of("noc", "sweep"));
        assertThat(traffic.kind("config")).isEqualTo(CommandSurface.Kind.FILE);
        assertThat(traffic.writesDirectory()).isFalse();
    }

    private CliRun sweep(final String text) throws IOException {
        final Path file = Files.writeString(folder.resolve("sweep.yaml"), text);
        return CliRun.of(
                "sweep", file.toString(), "--out", folder.resolve("out").toString());
    }
}
