package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code rpu validate}. */
final class RpuValidateCommandTest {
    private static final String HEADER = "compound,device,step,A_mean,A_std,C_mean,C_std\n";
    private static final String FIRST = "Transfer(TTv1),ideal,0,0,0,0,0\n";

    @TempDir
    private Path directory;

    private CliRun validate(final String... more) {
        final String[] line = {"rpu", "validate", "--reference", directory.toString(), "--devices", "256"};
        final String[] all = Arrays.copyOf(line, line.length + more.length);
        System.arraycopy(more, 0, all, line.length, more.length);
        return CliRun.of(all);
    }

    private void reference(final String rows) throws IOException {
        Files.writeString(directory.resolve("transfer_tikitaka.csv"), HEADER + rows);
    }

    @Test
    void shouldWritePageAndPlotWhenDirectoryIsGiven() throws IOException {
        reference(FIRST + "Transfer(TTv1),ideal,50,0.1,0,0.165595,0.00879319\n");
        final Path out = directory.resolve("pages");
        final CliRun run = validate("--out", out.toString(), "--seed", "1,2");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("transfer +16 +0\\.\\d\\d ")
                .containsPattern("response +- +- +skipped: there is no response_curves.csv");
        assertThat(out.resolve("tables.md"))
                .content()
                .contains("./ranvier rpu validate --reference DIR --out DIR --devices 256")
                .contains("--seed 1,2\n")
                .contains("| Transfer(TTv1), ideal | A mean | 4 |")
                .contains("| `transfer_tikitaka.csv` | A mean | 4 |")
                .contains("16 comparisons; rows of cases beyond their bound: 0.")
                .contains("Not compared: the reference has no response_curves.csv.")
                .contains("![Tiki-Taka's slow device](transfer.svg)")
                .doesNotContain(directory.toString());
        assertThat(out.resolve("transfer.svg")).content().startsWith("<?xml").contains("<svg");
    }

    @Test
    void shouldExitWithOneWhenABoundIsExceeded() throws IOException {
        reference(FIRST + "Transfer(TTv1),ideal,50,0.11,0,0.165595,0.00879319\n");
        final CliRun run = validate("--only", "transfer");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("Transfer(TTv1), ideal, A mean at update 50, seed 1: EXCEEDED");
        assertThat(run.out().lines()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only foo | --only: foo is not allowed, expected some of response, outer-product, forward, pcm-pair, transfer,",
                "--updates 1 | --updates: 1 is not allowed, expected 100..100000000",
                "--seed x | Invalid value for option '--seed'",
                "--only transfer | transfer_tikitaka.csv:2: has 6 fields, expected 7"
            })
    void shouldRefuseInOneLineWhenInputIsBad(final String options, final String message) throws IOException {
        reference("Transfer(TTv1),ideal,0,0,0,0\n");
        final CliRun run = validate(options.strip().split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(message.strip());
    }

    @Test
    void shouldRefuseWhenReferenceIsNoDirectory() {
        assertThat(CliRun.line("rpu validate --reference nowhere").err())
                .contains("--reference: nowhere is not allowed, expected a directory");
    }
}
