package org.ranvier.rpu.compound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.update.UpdateEngine;
import org.ranvier.rpu.update.UpdateSpec;

/** A compound restored from saved state goes on exactly like the one that was saved. */
final class CompoundStateTest {
    private static final ArraySite SITE = new ArraySite(7, 5, 11, 3);

    static Stream<DeviceSpec> compounds() {
        final DeviceSpec noisy =
                Tiles.noisy().with("dw_min", 0.02).with("w_max", 1).with("w_min", -1);
        final List<DeviceSpec> two = List.of(noisy, noisy);
        final Compound pair = OneSidedPair.of(OneSidedPairTest.phaseChange()).with("refresh_every", 3);
        return Stream.of(
                VectorUnitCell.of(UpdatePolicy.SINGLE_RANDOM, noisy, noisy),
                VectorUnitCell.of(UpdatePolicy.SINGLE_SEQUENTIAL, noisy, pair, noisy),
                ReferenceUnitCell.of(noisy, noisy),
                pair,
                TransferCompound.defaults(TransferKind.DIRECT)
                        .withDevices(List.of(noisy, noisy, pair))
                        .with("gamma", 0.3)
                        .with("n_reads_per_transfer", 3)
                        .with("random_selection", 1)
                        .with("with_reset_prob", 0.5),
                TransferCompound.defaults(TransferKind.BUFFERED).withDevices(two),
                TransferCompound.defaults(TransferKind.CHOPPED)
                        .withDevices(two)
                        .with("auto_scale", 1)
                        .with("out_chop_prob", 0.5),
                TransferCompound.defaults(TransferKind.DYNAMIC).withDevices(two).with("in_chop_prob", 0.5),
                MixedPrecision.defaults().withDevices(List.of(noisy)).with("n_x_bins", 6));
    }

    @ParameterizedTest
    @MethodSource("compounds")
    void shouldGoOnAlikeWhenRestored(final DeviceSpec compound) {
        final Cells saved = compound.build(SITE);
        run(saved, 0, 60);
        final StateWriter out = new StateWriter();
        saved.save(out);
        final Cells restored = compound.build(SITE);
        restored.restore(new StateReader(out.toByteArray()));
        assertThat(restored.weights()).isDeepEqualTo(saved.weights());
        run(saved, 60, 120);
        run(restored, 60, 120);
        assertThat(restored.weights()).isDeepEqualTo(saved.weights());
        final StateWriter one = new StateWriter();
        final StateWriter other = new StateWriter();
        saved.save(one);
        restored.save(other);
        assertThat(other.toByteArray()).isEqualTo(one.toByteArray());
        final Cells fresh = compound.build(SITE);
        assertThat(Arrays.deepEquals(fresh.weights(), saved.weights()))
                .as("still as built")
                .isFalse();
    }

    private static void run(final Cells cells, final int from, final int to) {
        final UpdateEngine engine = new UpdateEngine(UpdateSpec.defaults(), SITE);
        for (int i = from; i < to; i++) {
            final float[] d = {0.5f, -1, i % 3 - 1, 0.1f, 0};
            engine.update(cells, 0.01, Tiles.values(7, 0.7), d, 0.1, 100L * i, CellEvents.NONE);
            cells.pulse(Tiles.all(7), Tiles.all(5), i % 4 == 0, 100L * i + 99);
        }
    }
}
