package org.ranvier.testbench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What probes write, on a core that counts ticks and keeps a ring of bits. */
class ProbesTest {
    private static final String PROGRAM = """
            .array W s16 [2][2]
            .mem n s16 [2]
            .mem ring bit [2][3]
            .reg r=r1 i=r2
            .on IN = s.inc n, key, pay
            .on PHASE0 tick
            .on PHASE1 late
            .on DRAIN done
            tick:   b.set   ring[r], i
                    .probe  row ring
                    bar
            late:   v.add   n, n, #10
                    s.incm  r, #2
                    s.incm  i, #3
                    .probe  count n
                    bar
            done:   .probe  last n
                    p.send  OUT, #7, i
                    bar
            """;

    private static final String APP = """
            chip: {mesh: 2x2, fabric: ideal}
            ticks: 2
            cores:
              - {name: c, program: c.asm, array: {type: sram, weights: [[1, 2], [3, 4]]}, data: {n: [5, 6]}}
            routes: [{from: c, kind: OUT, to: host, offset: 3}]
            stimulus:
              spikes:
                - {sample: 0, tick: -1, kind: IN, key: 0, payload: 100, to: c}
                - {sample: 1, tick: 1, kind: IN, key: 1, payload: 1000, to: c}
            probes:
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void writeProgram() {
        Apps.write(directory, "c.asm", PROGRAM);
    }

    @Test
    void shouldWriteARasterWhenAProbeSeesBits() {
        assertThat(probed("{core: c, probe: row, out: p.csv}"))
                .isEqualTo("sample,tick,row,index\n0,0,0,0\n0,1,0,0\n0,1,1,1\n1,0,0,0\n1,0,0,2\n1,0,1,1\n"
                        + "1,1,0,0\n1,1,0,2\n1,1,1,0\n1,1,1,1\n");
    }

    @Test
    void shouldCountSetBitsWhenAProbeIsReadEverySample() {
        assertThat(probed("{core: c, probe: row, every: sample, out: p.csv}"))
                .isEqualTo("sample,row,0,1,2\n0,0,2,0,0\n0,1,0,1,0\n1,0,2,0,2\n1,1,1,2,0\n");
    }

    @Test
    void shouldWriteValuesWhenAProbeSeesNumbers() {
        assertThat(probed("{core: c, probe: count, out: p.csv}"))
                .isEqualTo("sample,tick,0,1\n0,0,115,16\n0,1,125,26\n1,0,135,36\n1,1,145,1046\n");
    }

    @Test
    void shouldCallTheTickAfterTheLastOneByItsNumberWhenAProbeStandsInDrain() {
        assertThat(probed("{core: c, probe: last, out: p.csv}"))
                .isEqualTo("sample,tick,0,1\n0,2,125,26\n1,2,145,1046\n");
    }

    @Test
    void shouldReadARegionAtTheLastBarrierOfATickWhenItIsWatched() {
        assertThat(probed("{core: c, region: n, out: p.csv}"))
                .isEqualTo("sample,tick,0,1\n0,0,115,16\n0,1,125,26\n1,0,135,36\n1,1,145,1046\n");
    }

    @Test
    void shouldReadARegionAndAnArrayAtTheEndWhenWatchedEverySample() {
        assertThat(probed("{core: c, region: n, every: sample, out: p.csv}"))
                .isEqualTo("sample,0,1\n0,125,26\n1,145,1046\n");
        assertThat(probed("{core: c, region: W, every: sample, out: p.csv}"))
                .isEqualTo("sample,row,0,1\n0,0,1,2\n0,1,3,4\n1,0,1,2\n1,1,3,4\n");
    }

    @Test
    void shouldListPacketsWithShiftedKeysWhenTheHostReceivesThem() {
        probed("{core: c, region: n, out: p.csv}");

        assertThat(Apps.read(directory, "host.csv").lines())
                .satisfiesExactly(
                        header -> assertThat(header).isEqualTo("sample,tick,cycle,kind,key,payload"),
                        first -> assertThat(first).matches("0,2,\\d+,OUT,10,2"),
                        second -> assertThat(second).matches("1,2,\\d+,OUT,10,1"));
    }

    @Test
    void shouldPrintWhenTheFileIsADash() {
        Apps.write(directory, "app.yaml", APP + "  - {core: c, probe: last, out: \"-\"}\n");

        assertThat(Apps.run(directory)).isEqualTo("sample,tick,0,1\n0,2,125,26\n1,2,145,1046\n");
    }

    @Test
    void shouldLeaveNoFileBehindWhenTheRunFails() throws IOException {
        Apps.write(directory, "c.asm", PROGRAM.replace("late:", "late: s.mov r3, #5\n s.st n, r3, i\n"));
        Apps.write(directory, "app.yaml", APP + "  - {core: c, region: n, out: p.csv}\n");

        assertThat(catchThrowable(() -> Apps.run(directory))).hasMessageContaining("core[0]");
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("app.yaml", "c.asm");
        }
    }

    private String probed(final String probe) {
        Apps.write(directory, "app.yaml", APP + "  - " + probe + "\n");
        Apps.run(directory);
        return Apps.read(directory, "p.csv");
    }
}
