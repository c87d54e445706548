package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpuForwardCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldPrintAndWriteTheColumnsOfTheReferenceTable(@TempDir final Path directory) throws IOException {
        final Path file = directory.resolve("forward.csv");
        final int code = run(
                "--rows",
                "20",
                "--cols",
                "4",
                "--dir",
                "bwd",
                "--input",
                "0,3",
                "--reps",
                "3",
                "--out",
                file.toString(),
                "--io",
                "preset",
                "--set",
                "out_noise=.2,inp_res=1/30",
                "--set",
                "nm_thres=2");
        assertThat(code).as(err.toString()).isZero();
        final String[] lines = out.toString().split("\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0])
                .isEqualTo("config,dir,in_size,out_size,input_kind,w_scale,n_rep,mean_bias,rms_std,rms_error");
        assertThat(lines[1]).startsWith("preset out_noise=.2 inp_res=1/30 nm_thres=2,bwd,4,20,0,1,3,");
        assertThat(lines[2]).startsWith("preset out_noise=.2 inp_res=1/30 nm_thres=2,bwd,4,20,3,1,3,");
        assertThat(Files.readString(file)).isEqualTo(out.toString());
    }

    @Test
    void shouldListEveryOptionWithItsValue() {
        assertThat(run("--list-options", "--io", "standard")).isZero();
        assertThat(out.toString())
                .contains("out_bound              10 ")
                .contains("number in 0.0..1000000.0; 12")
                .contains("noise_management       AbsMax ");
    }

    @ParameterizedTest
    @CsvSource({
        "--io=fast, '--io: fast is not allowed, expected default, preset, standard or perfect'",
        "--set=inp_res=1.5, 'read.inp_res: 1.5 is not allowed, expected 0 (or -1) for continuous, or a number in 1.0E-6..1.0'",
        "--reps=0, '--reps: 0 is not allowed, expected 1..2147483647'",
        "--wires=2, '--wires: 2.0 is not allowed, expected a number in 0.0..1.0'",
        "--input=4, '--input: 4 is not allowed, expected 0..3'",
        "--rows=0, '--rows: 0 is not allowed, expected 1..65536'"
    })
    void shouldRefuseInOneLine(final String argument, final String message) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("ranvier: " + message);
    }

    @Test
    void shouldShowTheDropWhenLinesHaveResistance() {
        final String[] options = {"--io", "perfect", "--rows", "16", "--cols", "8", "--reps", "1", "--input", "0"};
        assertThat(run(options)).isZero();
        assertThat(error(out.toString())).isLessThan(1e-5);
        final String[] wired = Arrays.copyOf(options, options.length + 2);
        wired[options.length] = "--wires";
        wired[options.length + 1] = "1e-3";
        assertThat(run(wired)).isZero();
        assertThat(error(out.toString())).isBetween(1e-3, 1.0);
    }

    private static double error(final String table) {
        return Double.parseDouble(table.strip().substring(table.strip().lastIndexOf(',') + 1));
    }

    private int run(final String... options) {
        final String[] line = new String[options.length + 2];
        line[0] = "rpu";
        line[1] = "forward";
        System.arraycopy(options, 0, line, 2, options.length);
        return Main.run(line, new PrintWriter(out), new PrintWriter(err));
    }
}
