package org.ranvier.rpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.IdealDevice;
import org.ranvier.rpu.parasitic.ArrayWires;
import org.ranvier.rpu.parasitic.ConductancePair;
import org.ranvier.rpu.parasitic.ParasiticRead;
import org.ranvier.rpu.parasitic.ParasiticSpec;
import org.ranvier.rpu.parasitic.Topology;
import org.ranvier.rpu.read.ReadOption;
import org.ranvier.rpu.read.ReadPipeline;
import org.ranvier.rpu.read.ReadSpec;

/** A crossbar whose lines have resistance: every kind of read solves the circuit of the weights as they are at that moment. */
final class WiredCrossbarTest {
    private static final int ROWS = 14;
    private static final int COLUMNS = 9;
    private static final DeviceSpec IDEAL = new IdealDevice(0.01, 0, 1);
    private static final ReadSpec QUIET = ReadSpec.named("default").with(ReadOption.OUT_NOISE, 0);
    private static final ArrayWires WIRES = ArrayWires.of(1e-3);

    private final long[] rows = Bits.random(ROWS, 0.5, 3, 1);
    private final long[] plus = Bits.of(COLUMNS, 0, 4, 7);
    private final long[] minus = Bits.of(COLUMNS, 1, 8);

    @Test
    void shouldReadLikeAnyOtherWhenResistanceIsZero() {
        final Crossbar plain = build(null, QUIET);
        final Crossbar wired = build(ArrayWires.of(0), QUIET);
        assertThat(spikeReads(wired)).isEqualTo(spikeReads(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INPUT_SOURCE", "SEPARATE_SOURCE"})
    void shouldSolveTheCircuitWhenSpikesDrive(final Topology topology) {
        final ArrayWires wires = new ArrayWires(
                new ParasiticSpec(topology, 2e-3, 1e-3, ParasiticSpec.TOLERANCE), new ConductancePair(1, 8));
        final Crossbar crossbar = build(wires, QUIET);
        assertThat(spikeReads(crossbar)).isEqualTo(expected(wires, plane(crossbar)));
        assertThat(spikeReads(crossbar)).isNotEqualTo(spikeReads(build(null, QUIET)));
    }

    @Test
    void shouldSeeEveryChangeWhenSpikesRead() {
        final Crossbar crossbar = build(WIRES, QUIET);
        final StateWriter image = new StateWriter();
        crossbar.save(image);
        for (final Runnable change : changes(crossbar, image)) {
            final int[] before = spikeReads(crossbar);
            change.run();
            assertThat(spikeReads(crossbar)).isEqualTo(expected(WIRES, plane(crossbar)));
            assertThat(spikeReads(crossbar)).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldSeeEveryChangeWhenValuesRead(final boolean resistance) {
        final ArrayWires wires = resistance ? WIRES : null;
        final Crossbar crossbar = build(wires, QUIET);
        final StateWriter image = new StateWriter();
        crossbar.save(image);
        for (final Runnable change : changes(crossbar, image)) {
            final int[] before = valueReads(crossbar);
            change.run();
            final int[] after = valueReads(crossbar);
            assertThat(after).isEqualTo(valueReads(crossbar)).isNotEqualTo(before);
            assertThat(after).isEqualTo(piped(wires, plane(crossbar)));
        }
    }

    @Test
    void shouldReadThroughWiresWhenConvertersArePerfect() {
        final int[] found = new int[COLUMNS];
        final int[] exact = new int[COLUMNS];
        final int[] x = new int[ROWS];
        x[0] = Fixed.ONE;
        build(WIRES, ReadSpec.named("perfect")).forward(x, 20, found);
        build(null, ReadSpec.named("perfect")).forward(x, 20, exact);
        // The drop on the way to column 8 is some per cent: 9 segments of 1e-3 with up to 9 devices' current.
        assertThat(Math.abs(found[8])).isBetween(Math.abs(exact[8]) * 9 / 10, Math.abs(exact[8]) * 199 / 200);
    }

    @Test
    void shouldRefuseWhatCannotBeSolvedOrIsCountedTwice() {
        assertThatThrownBy(() -> CrossbarSpec.of(2048, 513, IDEAL).withWires(WIRES))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("crossbar.wires: 1050624 devices is not allowed, expected at most 1048576 to solve their"
                        + " circuit");
        final Periphery dropping = Periphery.defaults().withReads(QUIET.with(ReadOption.IR_DROP, 1));
        assertThatThrownBy(() -> CrossbarSpec.of(4, 4, IDEAL).withWires(WIRES).withPeriphery(dropping))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("read.ir_drop: 1.0 is not allowed, expected 0 with crossbar.wires, which are the same drop"
                        + " solved exactly");
    }

    private static Crossbar build(final ArrayWires wires, final ReadSpec reads) {
        final SplittableRandom random = new SplittableRandom(8);
        final Crossbar crossbar = new Crossbar(CrossbarSpec.of(ROWS, COLUMNS, Devices.named("constant-step"))
                .withPeriphery(Periphery.defaults().withReads(reads))
                .withWires(wires));
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                crossbar.weight(i, j, random.nextInt(-Fixed.ONE / 2, Fixed.ONE / 2));
            }
        }
        return crossbar;
    }

    /** Everything that changes weights; the last one goes back to the saved state. */
    private List<Runnable> changes(final Crossbar crossbar, final StateWriter image) {
        final int[] x = new int[ROWS];
        final int[] d = new int[COLUMNS];
        // All rows, so that the change is more than a step of the converters.
        Arrays.fill(x, Fixed.ONE);
        d[1] = Fixed.ONE;
        return List.of(
                () -> crossbar.weight(3, 4, -Fixed.ONE / 3),
                () -> crossbar.pulse(Bits.all(ROWS), plus, minus),
                () -> crossbar.update(x, d, Fixed.ONE / 4),
                () -> crossbar.restore(new StateReader(image.toByteArray())));
    }

    private int[] spikeReads(final Crossbar crossbar) {
        final int[] out = new int[COLUMNS + ROWS + COLUMNS];
        final int[] read = new int[ROWS];
        crossbar.forward(rows, read);
        System.arraycopy(read, 0, out, 0, COLUMNS);
        crossbar.backward(plus, minus, read, ROWS);
        System.arraycopy(read, 0, out, COLUMNS, ROWS);
        final int[] accumulator = new int[COLUMNS];
        accumulator[3] = 77;
        crossbar.accumulate(3, accumulator);
        System.arraycopy(accumulator, 0, out, COLUMNS + ROWS, COLUMNS);
        return out;
    }

    private int[] expected(final ArrayWires wires, final int[][] plane) {
        final ParasiticRead read = new ParasiticRead(wires, ROWS, COLUMNS);
        final double[] x = new double[ROWS];
        final double[] y = new double[COLUMNS];
        final double[] d = new double[COLUMNS];
        final double[] z = new double[ROWS];
        final double[] one = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            x[i] = rows[0] >>> i & 1;
        }
        for (int j = 0; j < COLUMNS; j++) {
            d[j] = (plus[0] >>> j & 1) - (double) (minus[0] >>> j & 1);
        }
        final int[] out = new int[COLUMNS + ROWS + COLUMNS];
        read.forward(plane, x, y);
        for (int j = 0; j < COLUMNS; j++) {
            out[j] = Fixed.of(y[j]);
        }
        read.transposed(plane, d, z);
        for (int i = 0; i < ROWS; i++) {
            out[COLUMNS + i] = Fixed.of(z[i]);
        }
        one[3] = 1;
        read.forward(plane, one, y);
        for (int j = 0; j < COLUMNS; j++) {
            out[COLUMNS + ROWS + j] = Fixed.of(y[j]) + (j == 3 ? 77 : 0);
        }
        return out;
    }

    private static int[] valueReads(final Crossbar crossbar) {
        final int[] out = new int[COLUMNS + ROWS];
        final int[] read = new int[ROWS];
        crossbar.forward(values(ROWS), 20, read);
        System.arraycopy(read, 0, out, 0, COLUMNS);
        crossbar.backward(values(COLUMNS), 20, read, ROWS);
        System.arraycopy(read, 0, out, COLUMNS, ROWS);
        return out;
    }

    /** The same reads by a pipeline that has never seen other weights. */
    private static int[] piped(final ArrayWires wires, final int[][] plane) {
        final ReadPipeline pipeline = new ReadPipeline(
                QUIET,
                new ArraySite(ROWS, COLUMNS, 0, 0),
                wires == null ? null : new ParasiticRead(wires, ROWS, COLUMNS));
        final int[] out = new int[COLUMNS + ROWS];
        final float[] y = new float[COLUMNS];
        final float[] z = new float[ROWS];
        pipeline.forward(plane, floats(ROWS), y);
        pipeline.backward(plane, floats(COLUMNS), z, ROWS);
        for (int j = 0; j < COLUMNS; j++) {
            out[j] = Fixed.of(y[j]);
        }
        for (int i = 0; i < ROWS; i++) {
            out[COLUMNS + i] = Fixed.of(z[i]);
        }
        return out;
    }

    private static int[] values(final int count) {
        final int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = (i % 3 - 1) * Fixed.ONE / 2 + i;
        }
        return values;
    }

    private static float[] floats(final int count) {
        final float[] floats = new float[count];
        final int[] values = values(count);
        for (int i = 0; i < count; i++) {
            floats[i] = values[i] * 0x1p-20f;
        }
        return floats;
    }

    private static int[][] plane(final Crossbar crossbar) {
        final int[][] plane = new int[ROWS][COLUMNS];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                plane[i][j] = crossbar.weight(i, j);
            }
        }
        return plane;
    }
}
