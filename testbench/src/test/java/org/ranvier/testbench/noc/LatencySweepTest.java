package org.ranvier.testbench.noc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.router.MeshSpec;

/** Load curves against BookSim2's own random traffic, so the tolerance is statistical: 1 % of the mean latency. */
class LatencySweepTest {
    @ParameterizedTest
    @CsvSource({
        "4x4, c1, uniform, 0.1",
        "4x4, c4, uniform, 0.3",
        "4x4, c4, transpose, 0.2",
        "4x4, c4, tornado, 0.3",
        "4x4, c4, bitcomp, 0.2",
        "8x8, c1, uniform, 0.1",
        "8x8, c4, uniform, 0.3",
        "8x8, c4, tornado, 0.1"
    })
    void shouldAgreeWithBookSimWithinOnePercentWhenBelowSaturation(
            final String mesh, final String config, final String traffic, final String rate) throws IOException {
        final String[] row = BookSimReplayTest.lines("sweep_all.csv").stream()
                .filter(line -> line.startsWith(mesh + "," + config + "," + traffic + "," + rate + ","))
                .findFirst()
                .orElseThrow()
                .split(",");

        final LatencySweep.Point point = sweep(mesh, config, traffic).point(Double.parseDouble(rate));

        final double latency = Double.parseDouble(row[6]);
        assertThat(point.stable()).isTrue();
        assertThat(point.meanPacketLatency()).isCloseTo(latency, within(0.01 * latency));
        assertThat(point.meanHops()).isCloseTo(Double.parseDouble(row[9]), within(0.01 * Double.parseDouble(row[9])));
        assertThat(point.acceptedRate()).isCloseTo(Double.parseDouble(rate), within(0.01));
    }

    @Test
    void shouldReportInstabilityWhenOfferedMoreThanTheMeshTakes() {
        final LatencySweep.Point point = new LatencySweep(
                        MeshSpec.parse("4x4"), RouterConfig.load("c1"), "uniform", 3000, 3000, 1, 1)
                .point(0.5);

        assertThat(point.stable()).isFalse();
        assertThat(point.acceptedRate()).isCloseTo(0.273, within(0.03 * 0.273));
    }

    @Test
    void shouldGiveTheSameBitsWhenRepeated() {
        assertThat(sweep("4x4", "l4", "hotspot:5+6").point(0.05))
                .isEqualTo(sweep("4x4", "l4", "hotspot:5+6").point(0.05));
    }

    @Test
    void shouldRefuseTransposeWhenTheMeshIsNotSquare() {
        assertThatThrownBy(() -> sweep("4x3", "c4", "transpose"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("traffic: transpose is not allowed, expected a pattern other than transpose on 4x3");
    }

    private static LatencySweep sweep(final String mesh, final String config, final String traffic) {
        return new LatencySweep(MeshSpec.parse(mesh), RouterConfig.load(config), traffic, 3000, 12000, 1, 1);
    }
}
