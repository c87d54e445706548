package org.ranvier.rpu.compound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.PulsedDevice;
import org.ranvier.rpu.device.SoftBounds;

/** Transfer chains against a plain model, closed forms of the buffer, and each other. */
final class TransferCellsTest {
    private static final double STEP = 0x1p-10;
    private static final int ROWS = 4;
    private static final int COLUMNS = 3;

    /** Every update raises the first device by exactly 2 steps: x d rate = 2 steps, and both lines are always pulsed. */
    private static void raise(final Tiles tiles) {
        tiles.update(Tiles.values(ROWS, 1), Tiles.values(COLUMNS, 1), 2 * STEP);
    }

    private static Compound chain(final TransferKind kind, final DeviceSpec... devices) {
        return TransferCompound.defaults(kind)
                .withDevices(List.of(devices))
                .with("fast_lr", 0)
                .with("scale_transfer_lr", 0)
                .with("transfer_lr", 0.03125)
                .with("transfer_forward_is_perfect", 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void shouldFollowPlainModelWhenBuffersFollowEachOther(final int devices) {
        final DeviceSpec[] chain = new DeviceSpec[devices];
        Arrays.fill(chain, Tiles.ideal());
        final Tiles tiles =
                new Tiles(1, ROWS, COLUMNS, chain(TransferKind.BUFFERED, chain).with("momentum", 0.25));
        final TransferModel model = new TransferModel(devices, ROWS, COLUMNS, STEP);
        for (int i = 0; i < 600; i++) {
            raise(tiles);
            model.update(2, 0.03125, 0.25);
        }
        compare(tiles, model);
        assertThat(model.device[devices - 1][0][0]).as("something must arrive").isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"CHOPPED", "DYNAMIC"})
    void shouldFollowPlainModelWhenSignsChangeRegularly(final TransferKind kind) {
        final Tiles tiles = new Tiles(
                1,
                ROWS,
                COLUMNS,
                chain(kind, Tiles.ideal(), Tiles.ideal())
                        .with("momentum", 0.25)
                        .with("in_chop_prob", 0.1)
                        .with("in_chop_random", 0));
        final TransferModel model = new TransferModel(2, ROWS, COLUMNS, STEP);
        model.period = 10;
        model.dynamic = kind == TransferKind.DYNAMIC;
        model.share = 0.5;
        double most = 0;
        for (int i = 0; i < 800; i++) {
            raise(tiles);
            model.update(2, 0.03125, 0.25);
            most = Math.max(most, model.device[1][0][0]);
            if (i % 37 == 0) {
                compare(tiles, model);
            }
        }
        assertThat(most).as("something must arrive").isPositive();
    }

    private static void compare(final Tiles tiles, final TransferModel model) {
        for (int k = 0; k < model.device.length; k++) {
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    assertThat(tiles.part(0, k).state(row, column))
                            .as("device %d at (%d, %d)", k, row, column)
                            .isEqualTo(model.device[k][row][column]);
                }
            }
        }
    }

    @Test
    void shouldEqualBufferedTransferWhenNothingIsChopped() {
        final Tiles buffered = new Tiles(
                1,
                8,
                8,
                chain(TransferKind.BUFFERED, Tiles.noisy(), Tiles.noisy()).with("momentum", 0.1));
        final Tiles chopped = new Tiles(
                1,
                8,
                8,
                chain(TransferKind.CHOPPED, Tiles.noisy(), Tiles.noisy())
                        .with("momentum", 0.1)
                        .with("in_chop_prob", 0));
        for (int i = 0; i < 300; i++) {
            final float[] d = Tiles.values(8, (i % 5 - 1) / 4.0);
            buffered.update(Tiles.values(8, 0.5), d, 0.01);
            chopped.update(Tiles.values(8, 0.5), d, 0.01);
        }
        assertThat(chopped.cells(0).weights()).isDeepEqualTo(buffered.cells(0).weights());
        assertThat(chopped.part(0, 0).weights())
                .isDeepEqualTo(buffered.part(0, 0).weights());
        assertThat(chopped.cells(0).weights()[3][3]).isNotZero();
    }

    /**
     * Values of no mean on a device that prefers to fall: unchopped, what it gathers by itself is passed on as if it were
     * learned. Chopped, the rest is a random walk: its mean over 12 tiles within 4 of its standard errors, while the unchopped
     * drift is beyond 20.
     */
    @Test
    void shouldAverageOutTheDevicesOwnBiasWhenChopped() {
        final Tiles.Moments plain = drift(0);
        final Tiles.Moments chopped = drift(0.1);
        assertThat(plain.mean()).isLessThan(-20 * plain.meanError());
        assertThat(chopped.mean()).isCloseTo(0, within(4 * chopped.meanError()));
        assertThat(Math.abs(chopped.mean())).isLessThan(0.2 * Math.abs(plain.mean()));
    }

    private static Tiles.Moments drift(final double chopChance) {
        final DeviceSpec falling = PulsedDevice.of(new SoftBounds())
                .with("dw_min", 0.01)
                .with("dw_min_dtod", 0)
                .with("up_down_dtod", 0)
                .with("up_down", -0.3)
                .with("w_max_dtod", 0)
                .with("w_min_dtod", 0);
        final Tiles tiles = new Tiles(
                12,
                4,
                8,
                chain(TransferKind.CHOPPED, falling, Tiles.noisy())
                        .with("momentum", 0)
                        .with("forget_buffer", 0)
                        .with("transfer_lr", 0.01)
                        .with("in_chop_prob", chopChance));
        for (int i = 0; i < 1200; i++) {
            tiles.update(Tiles.values(4, 0.5), Tiles.values(8, i % 2 == 0 ? 0.5 : -0.5), 0.1);
        }
        return tiles.moments(tile -> tile);
    }

    /** A constant read-out r fills a buffer that does not forget by r / threshold a read: floor(N r / threshold) steps. */
    @Test
    void shouldReleaseWhatCameInWhenTheBufferDoesNotForget() {
        final Tiles tiles = new Tiles(
                1,
                1,
                3,
                chain(TransferKind.BUFFERED, Tiles.ideal(), Tiles.ideal())
                        .with("forget_buffer", 0)
                        .with("momentum", 0)
                        .with("transfer_lr", 1)
                        .with("thres_scale", 8));
        final int[] readOut = {3 << 10, -(5 << 10), 1 << 8};
        for (int column = 0; column < 3; column++) {
            tiles.part(0, 0).weight(0, column, readOut[column]);
        }
        for (int i = 0; i < 100; i++) {
            tiles.update(Tiles.values(1, 0), Tiles.values(3, 1), 1);
        }
        for (int column = 0; column < 3; column++) {
            final int steps = (int) (100 * readOut[column] / (8 * 1024.0));
            assertThat(tiles.cells(0).weights()[0][column]).isEqualTo(steps << 10);
        }
    }

    @Test
    void shouldShowBothDevicesWhenGammaIsNotZero() {
        final Tiles tiles = new Tiles(
                1,
                ROWS,
                COLUMNS,
                chain(TransferKind.DIRECT, Tiles.noisy(), Tiles.noisy()).with("gamma", 0.5));
        for (int i = 0; i < 50; i++) {
            tiles.update(new float[] {1, 0, -0.5f, 0.2f}, new float[] {0.3f, -1, 0}, 0.02);
        }
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                final double sum = 0.5 * tiles.part(0, 0).weights()[row][column]
                        + tiles.part(0, 1).weights()[row][column];
                assertThat(tiles.cells(0).weights()[row][column]).isEqualTo((int) Math.rint(sum));
            }
        }
        assertThat(tiles.part(0, 1).weights()[0][0]).isPositive();
    }

    /** A resting device of reset point .125 is read, and then reset, a row after every update. */
    @Test
    void shouldResetRowsThatWereReadWhenAsked() {
        final DeviceSpec single = Tiles.noisy()
                .with("dw_min_std", 0)
                .with("reset", 0.125)
                .with("reset_std", 0)
                .with("reset_dtod", 0);
        final Tiles tiles = new Tiles(
                1, ROWS, COLUMNS, chain(TransferKind.DIRECT, single, single).with("with_reset_prob", 1));
        for (int i = 0; i < 2; i++) {
            tiles.update(Tiles.values(ROWS, 0), Tiles.values(COLUMNS, 1), 1);
        }
        assertThat(tiles.part(0, 0).state(0, 0)).isEqualTo(0.125);
        assertThat(tiles.part(0, 0).state(1, 2)).isEqualTo(0.125);
        assertThat(tiles.part(0, 0).state(2, 0)).isZero();
    }

    @Test
    void shouldTransferAfterEveryPulseSlotWhenPulsesComeWithoutValues() {
        final Tiles tiles = new Tiles(
                1,
                ROWS,
                COLUMNS,
                chain(TransferKind.BUFFERED, Tiles.ideal(), Tiles.ideal()).with("transfer_lr", 1));
        for (int i = 0; i < 3; i++) {
            tiles.pulse(true);
        }
        assertThat(tiles.part(0, 0).weights()[3]).containsOnly(3 << 10);
        assertThat(tiles.cells(0).weights()[0]).containsOnly(1 << 10);
        assertThat(tiles.cells(0).weights()[2]).containsOnly(1 << 10);
        assertThat(tiles.cells(0).weights()[3]).containsOnly(0);
    }

    /** Automatic scale: after equal values the fast rate is f BL g / (max|x| max|d|), here half of a train of 31. */
    @Test
    void shouldFillItsShareOfTheTrainWhenScaledAutomatically() {
        final Tiles tiles = new Tiles(
                200,
                1,
                1,
                chain(TransferKind.CHOPPED, Tiles.ideal(), Tiles.ideal())
                        .with("fast_lr", 0.5)
                        .with("auto_scale", 1)
                        .with("transfer_every", 0));
        for (int i = 0; i < 10; i++) {
            tiles.update(new float[] {1e-3f}, new float[] {20}, 1);
        }
        // 15.5 pulses an update: 16 slots of probability 15.5 / 16; 2000 updates within 5 standard errors.
        final double error = Math.sqrt(16 * 15.5 / 16 * 0.5 / 16 / 2000);
        assertThat(tiles.moments(tile -> Tiles.part(tile, 0)).mean() / STEP / 10)
                .isCloseTo(15.5, within(5 * error));
    }
}
