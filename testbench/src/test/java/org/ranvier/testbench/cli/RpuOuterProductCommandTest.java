package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RpuOuterProductCommandTest {
    private static final String LINE = "rpu outer-product --x 1,-.5 --d .5,-1 --lr .01 --bl 10 --updates 50";

    @TempDir
    private Path directory;

    @Test
    void shouldWriteMomentsAndCovariancesWhenAFileIsNamed() throws IOException {
        final Path out = directory.resolve("moments.csv");
        final CliRun run = CliRun.of((LINE + " --out " + out).split(" "));

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(Files.readAllLines(out))
                .hasSize(5)
                .first()
                .isEqualTo("BL,A_d,B_x,i,j,d_i,x_j,n_rep,dw_mean,dw_var,mean_sem,theory_mean,theory_var,ideal_mean");
        assertThat(Files.readAllLines(directory.resolve("moments-cov.csv")))
                .hasSize(7)
                .first()
                .isEqualTo("i1,j1,i2,j2,n_rep,cov,theory_cov");
    }

    @Test
    void shouldPrintTheSameTwiceWhenTheSeedIsTheSame() {
        final CliRun run = CliRun.line(LINE + " --type mean-count --c2c .3 --d2d .1 --seed 4");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualTo(CliRun.line(LINE + " --type mean-count --c2c .3 --d2d .1 --seed 4")
                        .out());
    }

    @Test
    void shouldRefuseWithOneLineWhenInputIsWrong() {
        assertRefused(LINE + " --res 2", "--res: 2.0 is not allowed, expected a number in 0.0..1.0");
        assertRefused(LINE + " --type NAME", "--type: NAME is not allowed");
        assertRefused(LINE + " --engine slow", "--engine: slow is not allowed, expected fast or exact");
        assertRefused(LINE + " --dw 0", "--dw: 0.0 is not allowed");
        assertRefused("rpu outer-product --x 1 --d 1", "--lr");
    }

    private static void assertRefused(final String line, final String message) {
        final CliRun run = CliRun.line(line);
        assertThat(run.err()).contains(message).hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
    }
}
