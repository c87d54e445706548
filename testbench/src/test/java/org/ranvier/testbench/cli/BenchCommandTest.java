package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchCommandTest {
    @Test
    void shouldNameMachineAndFiguresWhenTheFabricIsMeasured() {
        final CliRun run = CliRun.line("bench fabric --repeats 1");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains(System.getProperty("java.vm.version")),
                        line -> assertThat(line)
                                .startsWith("fabric 8x8 c4 uniform 0.1")
                                .contains("flit-hops/s"),
                        line -> assertThat(line).startsWith("fabric 8x8 c4 uniform 0.3"),
                        line -> assertThat(line).startsWith("fabric 8x8 l4 uniform 0.1"),
                        line -> assertThat(line).startsWith("fabric 8x8 l4 uniform 0.3"),
                        line -> assertThat(line).startsWith("idle gap of a million cycles"));
    }

    @Test
    void shouldRefuseWithOneLineWhenInputIsWrong() {
        assertRefused("bench", "fabric|train|sfdfa|chip|core|trace|rpu|threads");
        assertRefused("bench cores", "cores");
        assertRefused("bench fabric --repeats 0", "--repeats: 0 is not allowed, expected 1..1000");
        assertRefused("bench fabric --repeats x", "--repeats");
    }

    private static void assertRefused(final String line, final String message) {
        final CliRun run = CliRun.line(line);
        assertThat(run.err()).contains(message).hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }
}
