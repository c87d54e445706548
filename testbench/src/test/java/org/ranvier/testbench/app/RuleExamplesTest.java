package org.ranvier.testbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that run built-in rules do what their first lines say. */
class RuleExamplesTest {
    @Test
    void shouldRaiseWeightsByRewardAndLowerThemByPunishment(@TempDir final Path out) {
        Apps.run(AppReader.read(Examples.app("reward")), out);

        final long[] sums = new long[3];
        Apps.read(out, "weights.csv").lines().skip(1).forEach(line -> {
            final String[] cells = line.split(",");
            sums[Integer.parseInt(cells[0])] += Long.parseLong(cells[2]) + Long.parseLong(cells[3]);
        });
        assertThat(sums[1]).isGreaterThan(sums[0]);
        assertThat(sums[2]).isLessThan(sums[1]);
    }

    @Test
    void shouldPrintVoltagesOfLoihisNeurons(@TempDir final Path out) {
        // Without spikes yet, a tick adds bias 2^BEXP.
        assertThat(Apps.run(AppReader.read(Examples.app("lif-loihi")), out))
                .startsWith("sample,tick,0,1,2,3\n0,0,0,320,640,1280\n")
                .hasLineCount(51);
    }
}
