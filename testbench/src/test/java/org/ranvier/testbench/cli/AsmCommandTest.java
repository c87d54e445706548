package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsmCommandTest {
    @TempDir
    private Path directory;

    @Test
    void shouldListCodeAndMemoryWithTheCyclesOfTheCoreWhenASourceIsGiven() throws IOException {
        final Path source = Files.writeString(
                directory.resolve("p.asm"),
                ".param N=16\n.mem u s32 [N]\n.on PHASE0 tick\ntick: v.add u, u, #1\n s.div r1, r1, #3\n bar\n");

        final CliRun run = CliRun.of("asm", source.toString(), "--param", "N=0x40");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        // 64 words of 32 bit read and written through a port of 256 bit: 16 beats; a division takes 16 cycles.
        assertThat(run.out()).containsPattern("lanes +16 +4 +v.add u,u,#1");
        assertThat(run.out()).containsPattern("sequencer +16 +5 +s.div r1,r1,#3");
        assertThat(run.out()).containsPattern("24 +256 +u +s32 +1 x 64");
        assertThat(run.out()).contains("total 280 bytes of 131072");
    }

    @Test
    void shouldAskTheChipForItsCoreWhenOneIsGiven() throws IOException {
        final Path chip = Files.writeString(directory.resolve("chip.yaml"), "core: {divide_cycles: 99}\n");
        final Path source =
                Files.writeString(directory.resolve("p.asm"), ".on PHASE0 tick\ntick: s.div r1, r1, #3\n bar\n");

        assertThat(CliRun.of("asm", source.toString(), "--chip", chip.toString())
                        .out())
                .containsPattern("sequencer +99 +2 +s.div");
    }

    @Test
    void shouldListAProgramThatShips() {
        final CliRun run = CliRun.of("asm", "builtin:ssnnbp/layer.asm", "--param", "NOUT=10");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("a.pulse", "785 x 10");
    }

    @Test
    void shouldRefuseWithOneLineWhenInputIsWrong() throws IOException {
        final String source = Files.writeString(directory.resolve("p.asm"), ".param N=1\n.mem u s32 [M]\n")
                .toString();
        assertRefused("p.asm:2:13: ", "asm", source);
        assertRefused("no .param declares 'Q'", "asm", source.replace("p.asm", "q.asm"), "--param", "Q=1");
        assertRefused("--param N: one is not allowed", "asm", source, "--param", "N=one");
        assertRefused(
                "there is no such file", "asm", directory.resolve("none.asm").toString());
        assertRefused("builtin:none/x.asm is not allowed", "asm", "builtin:none/x.asm");
        assertRefused("builtin:../x.asm is not allowed", "asm", "builtin:../x.asm");
        assertRefused("FILE", "asm");
    }

    private void assertRefused(final String message, final String... args) throws IOException {
        Files.writeString(directory.resolve("q.asm"), ".mem u s32 [2]\n.on PHASE0 t\nt: bar\n");
        final CliRun run = CliRun.of(args);
        assertThat(run.err()).contains(message).hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }
}
