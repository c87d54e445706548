package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.ModelViolationException;
import org.ranvier.testbench.text.Quantity;
import picocli.CommandLine;

final class MainTest {
    @Test
    void shouldNameProgramAndJavaWhenAskedForTheVersion() {
        final CliRun run = CliRun.line("--version");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(2).first().asString().startsWith("ranvier ");
        assertThat(run.out()).contains("java " + System.getProperty("java.version"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "train --help",
                "train ssnn-bp --help",
                "infer --help",
                "golden --help",
                "golden ssnn-bp --help",
                "map --help",
                "map ssnn-bp --help"
            })
    void shouldShowExamplesWhenAskedForHelp(final String line) {
        final CliRun run = CliRun.line(line);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: ranvier").contains("Examples:\n  ranvier ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void shouldCompleteEveryCommandWhenTheShellScriptIsGenerated() {
        final CliRun run = CliRun.line("generate-completion");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("--learn-enable-decay")
                .contains("golden");
    }

    @Test
    void shouldSuggestTheOptionWhenItIsMisspelt() {
        final CliRun run = CliRun.line("map ssnn-bp --hiden 30");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().strip())
                .contains("Unknown option")
                .contains("did you mean")
                .contains("--hidden");
    }

    @Test
    void shouldPlaceEveryLayerWhenMapped() {
        final CliRun run = CliRun.line("map ssnn-bp --hidden 300");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith(
                        "784-300-10 on a cmesh2x2 mesh: 4 of 16 cores, tiles of 1024 x 256, 131072 bytes of memory a core")
                .containsPattern(
                        "\n +1 +\\(0,0\\) +layer 1, tile 0 of 2 +0\\.\\.149 +785x150 +44\\.9% +\\d+ +\\d+ +\\d+\n")
                .containsPattern("\n +5 +\\(0,0\\) +layer 2 \\(output\\) +0\\.\\.9 +301x10 +1\\.1% ")
                .contains("host --|  IN L1.0 L1.1 L2.0   |       . . . .        |\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 J",
        "1.5e-9, 1.50 nJ",
        "12.34e-12, 12.3 pJ",
        "0.9999e3, 1000 J",
        "2e-18, 0.00200 fJ",
        "250e6, 250 MJ"
    })
    void shouldUseThreeDigitsAndAPrefixWhenAQuantityIsWritten(final double value, final String expected) {
        assertThat(Quantity.of(value, "J")).isEqualTo(expected);
    }

    @Test
    void shouldExitWithOneWhenTheModelIsViolatedAndTwoWhenTheConfigurationIsWrong() {
        assertThat(failure(new ModelViolationException(7, "chip", "no progress"), false))
                .isEqualTo("1 ranvier: cycle 7, chip: no progress\n");
        assertThat(failure(new ConfigurationException("--x: 1\n is bad"), false))
                .isEqualTo("2 ranvier: --x: 1 is bad\n");
        assertThat(failure(new IllegalStateException("oops"), false))
                .isEqualTo("1 ranvier: unexpected java.lang.IllegalStateException: oops (a defect; --stacktrace shows"
                        + " where)\n");
        assertThat(failure(new IllegalStateException("oops"), true)).contains("\tat org.ranvier");
    }

    @Test
    void shouldAdviseWhenMemoryRunsOut() {
        final StringWriter err = new StringWriter();
        final int code = new Failures(() -> false)
                .handleError(new OutOfMemoryError("Java heap space"), new PrintWriter(err, true));
        assertThat(code).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("ranvier: not enough memory (Java heap space): give more, for example"
                        + " RANVIER_JAVA_OPTS=-Xmx8g");
    }

    private static String failure(final Exception e, final boolean stacktrace) {
        final StringWriter err = new StringWriter();
        final CommandLine line = new CommandLine(new TrainCommand()).setErr(new PrintWriter(err, true));
        final int code = new Failures(() -> stacktrace).handleExecutionException(e, line, null);
        return code + " " + err.toString().replace(System.lineSeparator(), "\n");
    }
}
