package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FidelityCommandTest {
    private static final Path PAGE =
            Path.of(System.getProperty("basedir", "."), "..", "docs", "validation", "energy.md");
    private static final String BEGIN = "<!-- printed by ./ranvier fidelity energy -->\n\n```text\n";
    private static final String END = "```\n\n<!-- end -->";
    private static final String DRIFTED = """
            - name: drifted
              profile: odin
              relation: other source
              census: {synapse.event: 1_000_000}
              seconds: 1
              parts: {chip: 1}
              compare: power
              published: 40
              unit: uW
              bound_percent: "5"
              source: a meter
              note: a test
            """;

    @TempDir
    private Path folder;

    @Test
    void shouldPrintWhatThePageShows() throws IOException {
        final CliRun run = CliRun.of("fidelity", "energy");
        assertThat(run.code()).isZero();
        final String committed = Files.readString(PAGE);
        final int begin = committed.indexOf(BEGIN) + BEGIN.length();
        final int end = committed.indexOf(END, begin);
        assertThat(committed).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
        if ("write".equals(System.getProperty("ranvier.docs"))) {
            Files.writeString(PAGE, committed.substring(0, begin) + run.out() + committed.substring(end));
            return;
        }

        assertThat(committed.substring(begin, end))
                .as("docs/validation/energy.md is out of date; to rewrite it: mvn test -pl testbench -am"
                        + " -Dtest=FidelityCommandTest -Dsurefire.failIfNoSpecifiedTests=false -Dranvier.docs=write")
                .isEqualTo(run.out());
    }

    @Test
    void shouldExitWithThreeWhenACaseLeavesItsBound() throws IOException {
        final Path cases = folder.resolve("cases.yaml");
        Files.writeString(cases, DRIFTED);

        final CliRun run = CliRun.of("fidelity", "energy", "--cases", cases.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("35.73 uW", "40.00 uW", "-11 %", "other source: EXCEEDED");
    }

    @Test
    void shouldWriteChosenCasesToAFile() throws IOException {
        final Path out = folder.resolve("fidelity.csv");

        final CliRun run =
                CliRun.of("fidelity", "energy", "--case", "truenorth-96hz,loihi-knn-low", "--out", out.toString());

        assertThat(run.code()).isZero();
        assertThat(Files.readAllLines(out))
                .hasSize(3)
                .element(1)
                .asString()
                .contains(
                        "truenorth-96hz,truenorth,fit,power,mW,94.005",
                        ",0.01,0.01,true,truenorth-aggregate,",
                        ",256.1,100.0,");
    }

    @Test
    void shouldSuggestTheNearestCase() {
        final CliRun run = CliRun.of("fidelity", "energy", "--case", "odin-biologic");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--case: odin-biologic is not allowed", "did you mean 'odin-biological'?");
    }
}
