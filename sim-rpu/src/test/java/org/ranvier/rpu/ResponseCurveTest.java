package org.ranvier.rpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.DeviceSpec;

/**
 * Response of constant-step devices to n up and n down pulses from weight 0, against the CPU core of IBM aihwkit run with
 * 16,384 devices (constant-step-response.csv: mean, standard deviation and standard error at 50 checkpoints per curve).
 *
 * <p>With N devices here: means within 4 combined standard errors (6e-5 per point), standard deviations within 4 standard
 * errors at a kurtosis of 5; points of a curve are strongly dependent, so a correct device fails a curve in about 1 of 1000
 * seeds. Allowed on top: half a unit of our read-outs, half a unit of single precision per pulse in the reference, and
 * a spread of 1e-5, less than a tenth of the smallest step: where nearly all devices sit at a bound, the few that do not make
 * the spread anything but normal.
 */
final class ResponseCurveTest {
    private static final double ORACLE_DEVICES = 16384;
    private static final double READ_OUT_ROUNDING = 0x1p-21;
    private static final double ROUNDING_PER_PULSE = 0x1p-25;
    private static final double NEGLIGIBLE_SPREAD = 1e-5;

    @ParameterizedTest
    @CsvSource({
        "GokmenVlasov, full, 64",
        "GokmenVlasov, noC2C, 64",
        "GokmenVlasov, noD2D, 32",
        "GokmenVlasov, none, 2",
        "ConstUpDown5, full, 64",
        "ConstUpDown5, noC2C, 64",
        "ConstUpDown5, noD2D, 32",
        "ConstUpDown5, none, 2",
        "Idealized, full, 24",
        "Idealized, none, 2"
    })
    void shouldFollowReferenceCurveWhenPulsedUpAndDown(final String preset, final String variant, final int side)
            throws IOException {
        final Crossbar crossbar = new Crossbar(
                CrossbarSpec.of(side, side, vary(device(preset), variant)).withAddress(2016, 1));
        final long[] all = Bits.all(side);
        final long[] none = Bits.none(side);
        int up = 0;
        int down = 0;
        for (final String[] point : curve(preset, variant)) {
            for (; up < Integer.parseInt(point[3]); up++) {
                crossbar.pulse(all, all, none);
            }
            for (; down < Integer.parseInt(point[4]); down++) {
                crossbar.pulse(all, none, all);
            }
            check(
                    crossbar,
                    side,
                    String.join(" ", point),
                    doubles(point),
                    READ_OUT_ROUNDING + (up + down) * ROUNDING_PER_PULSE);
        }
    }

    private static void check(
            final Crossbar crossbar, final int side, final String point, final double[] oracle, final double rounding) {
        final double devices = side * side;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                final double deviation = Fixed.toDouble(crossbar.weight(i, j)) - oracle[0];
                sum += deviation;
                squares += deviation * deviation;
            }
        }
        final double shift = sum / devices;
        final double deviation = Math.sqrt(Math.max(0, squares / devices - shift * shift));
        final double meanTolerance = 4 * Math.sqrt(oracle[1] * oracle[1] / devices + oracle[2] * oracle[2]);
        final double spreadTolerance = 4 * oracle[1] * Math.sqrt(1 / devices + 1 / ORACLE_DEVICES);
        assertThat(shift).as("mean at %s", point).isCloseTo(0, within(meanTolerance + rounding));
        assertThat(deviation)
                .as("spread at %s", point)
                .isCloseTo(oracle[1], within(spreadTolerance + NEGLIGIBLE_SPREAD));
    }

    private static DeviceSpec device(final String preset) {
        return switch (preset) {
            case "GokmenVlasov" -> ConstantStep.defaults();
            case "Idealized" -> ConstantStep.defaults().with("dw_min", 0.0002).with("up_down_dtod", 0);
            default ->
                ConstantStep.defaults()
                        .with("dw_min", 0.001)
                        .with("up_down", 0.05)
                        .with("w_max", 0.6)
                        .with("w_min", -0.6);
        };
    }

    private static DeviceSpec vary(final DeviceSpec device, final String variant) {
        DeviceSpec varied = device;
        if (variant.equals("noC2C") || variant.equals("none")) {
            varied = varied.with("dw_min_std", 0);
        }
        if (variant.equals("noD2D") || variant.equals("none")) {
            varied = varied.with("dw_min_dtod", 0)
                    .with("up_down_dtod", 0)
                    .with("w_max_dtod", 0)
                    .with("w_min_dtod", 0);
        }
        return varied;
    }

    private static List<String[]> curve(final String preset, final String variant) throws IOException {
        final List<String[]> points = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                ResponseCurveTest.class.getResourceAsStream("constant-step-response.csv"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                final String[] fields = line.split(",");
                if (fields[0].equals(preset) && fields[1].equals(variant)) {
                    points.add(fields);
                }
            }
        }
        assertThat(points).hasSize(50);
        return points;
    }

    private static double[] doubles(final String[] point) {
        return new double[] {Double.parseDouble(point[5]), Double.parseDouble(point[6]), Double.parseDouble(point[7])};
    }
}
