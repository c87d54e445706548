package org.ranvier.rpu.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Fixed;

/** Every feature of a read on arrays small enough to compute by hand. */
class ReadPipelineTest {
    /** Neither noise nor converters nor scaling. */
    private static final Map<String, String> BARE = Stream.concat(
                    Stream.of("inp_res", "out_res", "out_noise", "inp_bound", "out_bound")
                            .map(option -> Map.entry(option, "0")),
                    Stream.of("noise_management", "bound_management").map(option -> Map.entry(option, "None")))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    @Test
    void shouldMultiplyInBothDirections() {
        final ReadPipeline pipeline = pipeline(2, 3, Map.of());
        final int[][] weights = weights(new double[][] {{1, 2, 3}, {-4, 5, 0.5}});
        final float[] y = new float[3];
        assertThat(pipeline.forward(weights, new float[] {2, 1}, y)).isEqualTo(1);
        assertThat(y).containsExactly(-2, 9, 6.5f);
        final float[] back = {7, 7};
        assertThat(pipeline.backward(weights, new float[] {1, 1, 2}, back, 1)).isEqualTo(1);
        assertThat(back).containsExactly(9, 7);
    }

    @Test
    void shouldIgnoreEverythingButTheOutputScaleWhenPerfect() {
        final Map<String, String> changes =
                Map.of("is_perfect", "1", "out_noise", "5", "ir_drop", "3", "out_scale", "2");
        assertThat(read(0.25, 100, changes)).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({"0.24,0", "0.26,0.5", "0.25,0", "0.75,1", "-0.75,-1", "1.3,1", "-9,-1", "3e9,1"})
    void shouldRoundInputsToEvenAndThenClip(final double x, final double expected) {
        assertThat(read(1, x, Map.of("inp_res", "1/4", "inp_bound", "1"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.9,0", "1.1,2", "1,0", "3,4", "-3.1,-4", "4.2,4", "-7,-4"})
    void shouldRoundOutputsToEvenAndThenClip(final double x, final double expected) {
        assertThat(read(1, x, Map.of("out_res", "1/4", "out_bound", "4"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // The step is a quarter of twice the scale: what x is rounded to tells the scale.
        "AbsMax, 0, 3, 1.5",
        "AbsMax, 1, 3, 0.5",
        "Constant, 0, 0.3, 0.5",
        "Constant, 8, 3, 4",
        "Max, 0, 3, 1.5",
        "AverageAbsMax, 0, 3, 1.5"
    })
    void shouldScaleInputs(final String management, final String threshold, final float largest, final float step) {
        final ReadPipeline pipeline = pipeline(
                2,
                1,
                Map.of("noise_management", management, "nm_thres", threshold, "inp_res", "1/4", "inp_bound", "1"));
        final float[] y = new float[1];
        pipeline.forward(weights(new double[][] {{1}, {0}}), new float[] {step * 0.6f, largest}, y);
        assertThat(y[0]).isEqualTo(step);
    }

    @Test
    void shouldScaleByTheRunningAverage() {
        final ReadPipeline pipeline =
                pipeline(1, 1, Map.of("noise_management", "AverageAbsMax", "nm_decay", "0.25", "inp_bound", "1"));
        final float[] y = new float[1];
        final int[][] weights = weights(new double[][] {{1}});
        pipeline.forward(weights, new float[] {4}, y);
        assertThat(y[0]).isEqualTo(4);
        // 0.75 * 4 + 0.25 * 8 = 5 is all that passes the input range.
        pipeline.forward(weights, new float[] {8}, y);
        assertThat(y[0]).isEqualTo(5);
        final StateWriter saved = new StateWriter();
        pipeline.save(saved);
        pipeline.forward(weights, new float[] {9}, y);
        assertThat(y[0]).isEqualTo(6);
        pipeline.restore(new StateReader(saved.toByteArray()));
        pipeline.forward(weights, new float[] {9}, y);
        assertThat(y[0]).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        // Sums of 4 of one sign times 0.6 over a range of 0.5 ask for 4.8; but a step of 1/2 allows 1/2 of its part: 2.
        "0.25, 0.5, 2",
        "0, 0.5, 4.8",
        "0, 12, 1"
    })
    void shouldScaleForTheWorstCase(final String resolution, final String bound, final float scale) {
        final ReadPipeline pipeline = pipeline(
                6,
                1,
                Map.of(
                        "noise_management", "AbsMaxNPSum",
                        "inp_res", resolution,
                        "max_bm_res", "1",
                        "inp_bound", "1",
                        "out_bound", bound));
        final float[] y = new float[1];
        pipeline.forward(weights(new double[][] {{100}, {0}, {0}, {0}, {0}, {0}}), new float[] {1, 1, 1, 1, -1, -1}, y);
        assertThat(y[0]).isCloseTo(scale * Float.parseFloat(bound), within(1e-5f));
    }

    @ParameterizedTest
    @CsvSource({
        "None, 30, 1, 12",
        "Iterative, 11, 1, 11",
        "Iterative, 12, 1, 12",
        "Iterative, 30, 3, 30",
        "Iterative, -30, 3, -30",
        // With a 7-bit converter inputs are divided by 16 at most: a quarter of 126/2, doubled past.
        "Iterative, 1000, 5, 192"
    })
    void shouldReadAgainWhenAnOutputLeavesTheRange(
            final String management, final double product, final int passes, final float expected) {
        final ReadPipeline pipeline = pipeline(
                1, 1, Map.of("bound_management", management, "out_bound", "12", "inp_res", "1/126", "inp_bound", "1"));
        final float[] y = new float[1];
        assertThat(pipeline.forward(weights(new double[][] {{product}}), new float[] {1}, y))
                .isEqualTo(passes);
        // Halved inputs are rounded to steps of 1/63.
        assertThat(y[0]).isCloseTo(expected, within(0.05f * Math.abs(expected)));
        assertThat(pipeline.backward(weights(new double[][] {{product}}), new float[] {1}, y, 1))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"12, 1/510, 2", "10, 1/254, 1", "20, 1/510, 1"})
    void shouldCountTheCodeOfFullScaleByItsFloat(final String bound, final String resolution, final int passes) {
        final ReadPipeline pipeline =
                pipeline(1, 1, Map.of("bound_management", "Iterative", "out_bound", bound, "out_res", resolution));
        final int[][] weights = weights(new double[][] {{Double.parseDouble(bound)}});
        assertThat(pipeline.forward(weights, new float[] {1}, new float[1])).isEqualTo(passes);
    }

    @Test
    void shouldStopReadingAgainAtTheLargestFactor() {
        final ReadPipeline pipeline = pipeline(
                1,
                1,
                Map.of("bound_management", "Iterative", "out_bound", "1", "max_bm_factor", "100", "inp_bound", "1"));
        final float[] y = new float[1];
        assertThat(pipeline.forward(weights(new double[][] {{1000}}), new float[] {1}, y))
                .isEqualTo(8);
        assertThat(y[0]).isEqualTo(128);
    }

    @Test
    void shouldReadTheSecondTimeWithTheWorstCaseScale() {
        final Map<String, String> changes = Map.of(
                "bound_management",
                "IterativeWorstCase",
                "noise_management",
                "AbsMax",
                "out_bound",
                "1",
                "inp_bound",
                "1");
        final ReadPipeline pipeline = pipeline(10, 1, changes);
        final double[][] weights = new double[10][1];
        final float[] x = new float[10];
        for (int i = 0; i < 10; i++) {
            weights[i][0] = 0.5;
            x[i] = 1;
        }
        final float[] y = new float[1];
        // Ten inputs times 0.6 over a range of 1: a scale of 6 at once, where halving would take four reads.
        assertThat(pipeline.forward(weights(weights), x, y)).isEqualTo(2);
        assertThat(y[0]).isCloseTo(5, within(1e-5f));
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1.5, 2", "1.5, -3, 2", "3, -3, 3", "0, -3, 1", "3, 0, 3"})
    void shouldNotForgetAnOutputAboveTheRangeForOneBelow(final double first, final double second, final int passes) {
        final ReadPipeline pipeline = pipeline(
                1, 2, Map.of("bound_management", "Iterative", "out_bound", "1", "bm_test_negative_bound", "0"));
        final float[] y = new float[2];
        assertThat(pipeline.forward(weights(new double[][] {{first, second}}), new float[] {1}, y))
                .isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"OnePass, 1", "PosNegSeparate, 1", "PosNegSeparateDigitalSum, 0"})
    void shouldReadSignsInPassesOfTheirOwn(final String type, final float expected) {
        // 2.6 - 1.4 = 1.2 rounds to 1; converted on their own, 2.6 is clipped to 2 and -1.4 rounds to -1, so clip at 1:
        // 1 - 1.
        final ReadPipeline pipeline = pipeline(2, 1, Map.of("mv_type", type, "out_bound", "1", "out_res", "0.5"));
        final float[] y = new float[1];
        assertThat(pipeline.forward(weights(new double[][] {{2.6}, {1.4}}), new float[] {1, -1}, y))
                .isEqualTo(1);
        assertThat(y[0]).isEqualTo(expected);
    }

    @Test
    void shouldWeakenNegativeInputsAndOutputs() {
        assertThat(read(2, -1, Map.of("inp_asymmetry", "0.25"))).isEqualTo(-1.5);
        assertThat(read(2, 1, Map.of("inp_asymmetry", "0.25"))).isEqualTo(2);
        assertThat(read(2, -1, Map.of("out_asymmetry", "0.5"))).isEqualTo(-1);
        assertThat(read(2, 1, Map.of("out_scale", "-3"))).isEqualTo(-6);
    }

    @Test
    void shouldBendOutputs() {
        // n = 0.5 / 4: 8 / (1 + 1)
        assertThat(read(8, 1, Map.of("out_nonlinearity", "0.5", "out_bound", "4", "bound_management", "None")))
                .isEqualTo(4);
        // The slope is made (1 + 0.125 * 0.5 * 4)^2 = 1.5625.
        assertThat(read(2, 1, Map.of("out_nonlinearity", "0.5", "out_bound", "4", "slope_calibration", "0.5")))
                .isEqualTo(1.5625 * 2 / 1.25);
    }

    @Test
    void shouldLoseVoltageInTheSeriesResistance() {
        final Map<String, String> plain = Map.of("r_series", "0.5", "v_offset_w_min", "0");
        assertThat(read(2, 1, plain)).isEqualTo(1);
        assertThat(read(6, 1, Map.of("r_series", "0.5", "v_offset_w_min", "0", "r_series_max_total", "2")))
                .isEqualTo(2);
        // With a reference of 1: 3 / 2.5 - 1 / 1.5
        assertThat(read(2, 1, Map.of("r_series", "0.5"))).isCloseTo(3 / 2.5 - 1 / 1.5, within(1e-6));
    }

    @Test
    void shouldOffsetTheVoltage() {
        final Map<String, String> plain = Map.of("v_offset_std", "0.1", "v_offset_w_min", "0");
        final Map<String, String> reference = Map.of("v_offset_std", "0.1", "v_offset_w_min", "-0.5");
        int shifted = 0;
        for (int seed = 0; seed < 40; seed++) {
            final double factor = read(1, 1, plain, seed);
            assertThat(factor).isBetween(0.5, 1.0);
            final double offset = 1 - factor;
            // (1 - v) y - 2 v g sum x
            assertThat(read(3, 2, reference, seed)).isCloseTo((1 - offset) * 6 - 2 * offset, within(1e-5));
            shifted += offset > 0 ? 1 : 0;
        }
        // Half of the offsets are negative and count as 0; P(outside 8..32) < 1e-4.
        assertThat(shifted).isBetween(8, 32);
    }

    @Test
    void shouldDropVoltageAlongTheLine() {
        final ReadPipeline pipeline = pipeline(2, 1, Map.of("ir_drop", "2", "ir_drop_g_ratio", "10"));
        final float[] y = new float[1];
        pipeline.forward(weights(new double[][] {{3}, {-1}}), new float[] {1, 2}, y);
        // a = (3 + 2) 2 / 10 = 1, c = 0.05 - 0.2 + 0.5 = 0.35; input 0 is weighted 0, input 1 with 1 - 1/4.
        assertThat(y[0]).isCloseTo(1 + 2 * 0.35f * 1.5f, within(1e-6f));
        final float[] back = new float[2];
        final ReadPipeline transposed = pipeline(1, 2, Map.of("ir_drop", "2", "ir_drop_g_ratio", "10"));
        transposed.backward(weights(new double[][] {{3, -1}}), new float[] {1, 2}, back, 1);
        assertThat(back[0]).isEqualTo(y[0]);
    }

    @Test
    void shouldReturnExactlyZeroForZeroInputsWithoutReading() {
        for (final String management : new String[] {"None", "AbsMax", "Constant", "AverageAbsMax"}) {
            final Map<String, String> changes =
                    Map.of("out_noise", "1", "inp_noise", "1", "noise_management", management, "inp_bound", "1");
            final ReadPipeline idle = pipeline(1, 1, changes);
            final ReadPipeline other = pipeline(1, 1, changes);
            final float[] y = {5};
            assertThat(idle.forward(weights(new double[][] {{1}}), new float[] {0}, y))
                    .isZero();
            assertThat(y[0]).isZero();
            // The next read meets the noise of a first read.
            final float[] expected = new float[1];
            if (!management.equals("AverageAbsMax")) {
                idle.forward(weights(new double[][] {{1}}), new float[] {1}, y);
                other.forward(weights(new double[][] {{1}}), new float[] {1}, expected);
                assertThat(y).isEqualTo(expected);
            }
        }
    }

    @Test
    void shouldRoundStochasticallyWithoutBias() {
        final ReadPipeline pipeline = pipeline(
                1,
                1,
                Map.of(
                        "inp_sto_round",
                        "1",
                        "inp_res",
                        "0.5",
                        "inp_bound",
                        "1",
                        "out_sto_round",
                        "1",
                        "out_res",
                        "1/8",
                        "out_bound",
                        "8"));
        final float[] y = new float[1];
        double sum = 0;
        final int reads = 4000;
        for (int k = 0; k < reads; k++) {
            pipeline.forward(weights(new double[][] {{4.5}}), new float[] {0.3f}, y);
            assertThat(y[0]).isIn(0f, 4f, 6f);
            sum += y[0];
        }
        // 1 with chance 0.3, times 4.5, which becomes 4 or 6 with mean 4.5; five standard errors of 2.1.
        assertThat(sum / reads).isCloseTo(0.3 * 4.5, within(5 * 2.1 / Math.sqrt(reads)));
    }

    @Test
    void shouldSpreadTheStrengthOfNoiseBetweenOutputs() {
        final int outputs = 400;
        final ReadPipeline pipeline = pipeline(1, outputs, Map.of("out_noise", "0.5", "out_noise_std", "0.3"));
        final float[] y = new float[outputs];
        final double[] squares = new double[outputs];
        final int reads = 400;
        for (int k = 0; k < reads; k++) {
            pipeline.forward(new int[1][outputs], new float[] {1}, y);
            for (int j = 0; j < outputs; j++) {
                squares[j] += y[j] * y[j] / reads;
            }
        }
        double mean = 0;
        double square = 0;
        for (final double value : squares) {
            mean += Math.sqrt(value) / outputs;
            square += value / outputs;
        }
        // The spread 0.15 shows with five standard errors of 1/sqrt(800), plus the 3.5 % that 400 reads add.
        assertThat(mean).isCloseTo(0.5, within(5 * 0.15 / 20));
        assertThat(Math.sqrt(square - mean * mean)).isCloseTo(0.151, within(5 * 0.151 / Math.sqrt(800)));
    }

    @Test
    void shouldDrawNoiseByDirectionAndReadNumberAndRestoreIt() {
        final Map<String, String> changes = Map.of("out_noise", "1");
        final int[][] weights = weights(new double[][] {{0.5, 0.25}, {-0.5, 1}});
        final ReadPipeline pipeline = pipeline(2, 2, changes);
        final float[] first = new float[2];
        final float[] second = new float[2];
        final float[] again = new float[2];
        final float[] back = new float[2];
        pipeline.forward(weights, new float[] {1, 1}, first);
        final StateWriter saved = new StateWriter();
        pipeline.save(saved);
        pipeline.forward(weights, new float[] {1, 1}, second);
        assertThat(second).isNotEqualTo(first);
        final ReadPipeline other = pipeline(2, 2, changes);
        other.backward(weights, new float[] {1, 1}, back, 2);
        other.forward(weights, new float[] {1, 1}, again);
        assertThat(again).isEqualTo(first);
        other.restore(new StateReader(saved.toByteArray()));
        other.forward(weights, new float[] {1, 1}, again);
        assertThat(again).isEqualTo(second);
        // Row 0 adds up to 0.75, column 0 to 0: the noise differs too.
        assertThat(back[0] - 0.75f).isNotEqualTo(first[0]);
    }

    @Test
    void shouldReadThroughAProductOfOnesOwn() {
        final MatrixProduct halved = new MatrixProduct() {
            @Override
            public void forward(final int[][] weights, final float[] x, final float[] y) {
                y[0] = x[0] / 2;
            }

            @Override
            public void transposed(final int[][] weights, final float[] x, final float[] y) {
                y[0] = x[0] / 4;
            }
        };
        final ReadPipeline pipeline =
                new ReadPipeline(ReadSpec.named("default").with(BARE), new ArraySite(1, 1, 1, 0), halved);
        final float[] y = new float[1];
        pipeline.forward(new int[1][1], new float[] {3}, y);
        assertThat(y[0]).isEqualTo(1.5f);
        pipeline.backward(new int[1][1], new float[] {3}, y, 1);
        assertThat(y[0]).isEqualTo(0.75f);
    }

    @Test
    void shouldSeeChangedWeightsUnlessPromisedOtherwise() {
        final ReadPipeline pipeline = pipeline(1, 1, Map.of());
        final int[][] weights = weights(new double[][] {{1}});
        final float[] y = new float[1];
        pipeline.unchanged();
        pipeline.forward(weights, new float[] {1}, y);
        assertThat(y[0]).isEqualTo(1);
        weights[0][0] = Fixed.of(3);
        pipeline.forward(weights, new float[] {1}, y);
        assertThat(y[0]).isEqualTo(3);
        pipeline.unchanged();
        pipeline.forward(weights, new float[] {2}, y);
        assertThat(y[0]).isEqualTo(6);
    }

    private static double read(final double weight, final double x, final Map<String, String> changes) {
        return read(weight, x, changes, 1);
    }

    private static double read(
            final double weight, final double x, final Map<String, String> changes, final long seed) {
        final ReadPipeline pipeline = new ReadPipeline(spec(changes), new ArraySite(1, 1, seed, 0));
        final float[] y = new float[1];
        pipeline.forward(weights(new double[][] {{weight}}), new float[] {(float) x}, y);
        return y[0];
    }

    private static ReadPipeline pipeline(final int rows, final int columns, final Map<String, String> changes) {
        return new ReadPipeline(spec(changes), new ArraySite(rows, columns, 1, 0));
    }

    private static ReadSpec spec(final Map<String, String> changes) {
        final Map<String, String> settings = new HashMap<>(BARE);
        settings.putAll(changes);
        return ReadSpec.named("default").with(settings);
    }

    private static int[][] weights(final double[][] weights) {
        final int[][] plane = new int[weights.length][weights[0].length];
        for (int i = 0; i < plane.length; i++) {
            for (int j = 0; j < plane[i].length; j++) {
                plane[i][j] = Fixed.of(weights[i][j]);
            }
        }
        return plane;
    }
}
