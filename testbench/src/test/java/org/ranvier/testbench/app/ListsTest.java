package org.ranvier.testbench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;

/** Lists whose rows and contents come from the app: synapses of three axons on four neurons. */
class ListsTest {
    private static final String PROGRAM = """
            .list tgt u8 [3]
            .list w s8 [3] like tgt
            .mem u s16 [4]
            .on IN = v.scadd u, tgt{key}, w{key}
            .on PHASE0 tick
            tick: bar
            """;

    private static final String APP = """
            chip: {mesh: 2x2, fabric: ideal}
            ticks: 1
            cores:
              - name: c
                program: c.asm
                rows: {tgt: [2, 0, 3]}
                data: {tgt: [0, 3, 1, 2, 3], w: w.csv}
            stimulus:
              spikes:
                - {tick: 0, kind: IN, key: 0, to: c}
                - {tick: 0, kind: IN, key: 2, to: c}
            probes:
              - {core: c, region: u, every: sample, out: u.csv}
              - {core: c, region: w, every: sample, out: weights.csv}
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void writeFiles() {
        Apps.write(directory, "c.asm", PROGRAM);
        Apps.write(directory, "w.csv", "1,-1\n\n10,20,30\n");
    }

    @Test
    void shouldLoadRowsAndContentsAndShowAListAsOneRow() {
        Apps.write(directory, "app.yaml", APP);

        Apps.run(directory);

        assertThat(Apps.read(directory, "u.csv")).isEqualTo("sample,0,1,2,3\n0,1,10,20,29\n");
        assertThat(Apps.read(directory, "weights.csv")).isEqualTo("sample,0,1,2,3,4\n0,1,-1,10,20,30\n");
    }

    @Test
    void shouldNameTheListWhenRowsAreWrong() {
        refuses("[2, 0, 3]", "[2, 3]", "2 values do not fill 1 x 3, expected 3");
        refuses("[2, 0, 3]", "[2, -1, 3]", "rows: tgt: -1.0 is not allowed, expected 0..65536");
        refuses("rows: {tgt", "rows: {u", "rows: u: the program of core 'c' has no list of that name");
        refuses("[0, 3, 1, 2, 3]", "[0, 3, 1, 2]", "4 values do not fill 1 x 5, expected 5");
    }

    private void refuses(final String right, final String wrong, final String message) {
        Apps.write(directory, "app.yaml", APP.replace(right, wrong));

        assertThatThrownBy(() -> Apps.run(directory))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }
}
