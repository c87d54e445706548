package org.ranvier.rpu.compound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.update.Engine;
import org.ranvier.rpu.update.UpdateSpec;

/** Vector and reference cells against closed forms: averages, turns, chances and weighted sums of their devices. */
final class VectorCellsTest {
    private static final int STEP = 1 << 10;

    /**
     * After K pulses the mean of n devices is K dw +- sqrt(K) dw sigma / sqrt(n). 64 tiles of 256 cells: mean within 4.5
     * standard errors, variance within 4.5 of sqrt(2 / 16384): fails in about 1 of 70,000 seeds.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void shouldAverageNoiseWhenAllDevicesAreUpdated(final int devices) {
        final DeviceSpec[] single = new DeviceSpec[devices];
        Arrays.fill(single, Tiles.noisy());
        final Tiles tiles = new Tiles(64, 16, 16, VectorUnitCell.of(UpdatePolicy.ALL, single));
        final int pulses = 20;
        for (int i = 0; i < pulses; i++) {
            tiles.pulse(true);
        }
        final double variance = pulses * 0.3 * 0.3 * 1e-6 / devices;
        final Tiles.Moments moments = tiles.moments(tile -> tile);
        assertThat(moments.mean()).isCloseTo(pulses * 0.001, within(4.5 * Math.sqrt(variance / 16384)));
        assertThat(moments.variance()).isCloseTo(variance, within(4.5 * variance * Math.sqrt(2 / 16384.0)));
    }

    @Test
    void shouldUpdateOneDeviceOnlyWhenItIsFixed() {
        final Tiles tiles = new Tiles(1, 3, 3, three(UpdatePolicy.SINGLE_FIXED).with("first_update_idx", 1));
        for (int i = 0; i < 6; i++) {
            tiles.pulse(true);
        }
        assertThat(tiles.part(0, 0).weights()[2]).containsOnly(0);
        assertThat(tiles.part(0, 1).weights()[2]).containsOnly(6 * STEP);
        assertThat(tiles.cells(0).weights()[2]).containsOnly(2 * STEP);
    }

    @Test
    void shouldTakeTurnsFromTheFirstWhenSequential() {
        final Tiles tiles =
                new Tiles(1, 3, 3, three(UpdatePolicy.SINGLE_SEQUENTIAL).with("first_update_idx", 2));
        for (int i = 0; i < 7; i++) {
            tiles.pulse(true);
        }
        assertThat(tiles.part(0, 2).weights()[0]).containsOnly(3 * STEP);
        assertThat(tiles.part(0, 0).weights()[0]).containsOnly(2 * STEP);
        assertThat(tiles.part(0, 1).weights()[0]).containsOnly(2 * STEP);
    }

    @Test
    void shouldGiveBothSlotsToOneDeviceWhenADownSlotFollowsAnUpSlot() {
        final Tiles tiles = new Tiles(1, 1, 1, three(UpdatePolicy.SINGLE_SEQUENTIAL));
        for (int i = 0; i < 30; i++) {
            tiles.pulse(true);
            tiles.pulse(false);
        }
        for (int device = 0; device < 3; device++) {
            assertThat(tiles.part(0, device).weights()[0]).containsOnly(0);
        }
        tiles.pulse(false);
        assertThat(tiles.part(0, 0).weights()[0]).as("a down slot on its own").containsOnly(-STEP);
    }

    /** 900 updates among 3 devices: each within 5 standard deviations, sqrt(900 2/9), of 300. */
    @Test
    void shouldChooseEvenlyWhenRandom() {
        final Tiles tiles = new Tiles(1, 2, 2, three(UpdatePolicy.SINGLE_RANDOM));
        for (int i = 0; i < 900; i++) {
            tiles.pulse(true);
        }
        int sum = 0;
        for (int device = 0; device < 3; device++) {
            final int updates = tiles.part(0, device).weights()[1][1] / STEP;
            assertThat(updates).isBetween(300 - 70, 300 + 70);
            sum += updates;
        }
        assertThat(sum).isEqualTo(900);
    }

    /** The exact engine pulses slot by slot, the fast one at once; either way it is one update and one device. */
    @ParameterizedTest
    @EnumSource(UpdatePolicy.class)
    void shouldCountOneUpdateWhenTrainsTakeManySlots(final UpdatePolicy policy) {
        final UpdateSpec trains = UpdateSpec.defaults().withBl(100, true).withManagement(false, false);
        final Tiles fast = new Tiles(1, 6, 5, three(policy), trains);
        final Tiles exact = new Tiles(1, 6, 5, three(policy), trains.withEngine(Engine.EXACT));
        for (int i = 0; i < 20; i++) {
            final float[] x = {1, -0.5f, 0, 0.25f, 0.7f, 0.1f};
            final float[] d = {0.3f, 0, -0.8f, 1, -0.1f};
            fast.update(x, d, 0.05);
            exact.update(x, d, 0.05);
        }
        assertThat(fast.cells(0).weights()).isDeepEqualTo(exact.cells(0).weights());
        assertThat(fast.cells(0).weights()[0][3]).isPositive();
        for (int device = 0; device < 3; device++) {
            assertThat(fast.part(0, device).weights())
                    .isDeepEqualTo(exact.part(0, device).weights());
        }
    }

    @Test
    void shouldShowWeightedSumWhenCompoundsAreNested() {
        final Compound inner = VectorUnitCell.of(UpdatePolicy.SINGLE_RANDOM, Tiles.noisy(), Tiles.noisy());
        final Tiles tiles = new Tiles(
                1,
                9,
                7,
                VectorUnitCell.of(UpdatePolicy.ALL, inner, Tiles.noisy(), OneSidedPair.of(Tiles.noisy()))
                        .with("gamma_vec", 0.5, -0.25, 2));
        for (int i = 0; i < 40; i++) {
            tiles.update(Tiles.values(9, 0.3), Tiles.values(7, i % 3 == 0 ? -0.5 : 0.9), 0.05);
        }
        final Cells[] parts = {tiles.part(0, 0), tiles.part(0, 1), tiles.part(0, 2)};
        for (int row = 0; row < 9; row++) {
            for (int column = 0; column < 7; column++) {
                final double sum = 0.5 * parts[0].weights()[row][column]
                        - 0.25 * parts[1].weights()[row][column]
                        + 2.0 * parts[2].weights()[row][column];
                assertThat(tiles.cells(0).weights()[row][column]).isEqualTo((int) Math.rint(sum));
            }
        }
        assertThat(Tiles.part(parts[0], 0).state(4, 4)).isNotEqualTo(parts[1].state(4, 4));
    }

    @Test
    void shouldSubtractTheReferenceWhenOnlyTheFirstIsUpdated() {
        final Tiles tiles = new Tiles(1, 2, 2, ReferenceUnitCell.of(Tiles.ideal(), Tiles.ideal()));
        tiles.part(0, 1).weight(0, 0, Fixed.ONE / 4);
        for (int i = 0; i < 10; i++) {
            tiles.pulse(true);
        }
        assertThat(tiles.part(0, 1).weights()[0][0]).isEqualTo(Fixed.ONE / 4);
        assertThat(tiles.cells(0).weights()[0][0]).isEqualTo(10 * STEP - Fixed.ONE / 4);
        tiles.cells(0).weight(0, 0, Fixed.ONE / 2);
        assertThat(tiles.cells(0).weights()[0][0]).isEqualTo(Fixed.ONE / 2);
        assertThat(tiles.part(0, 0).weights()[0][0]).isEqualTo(3 * Fixed.ONE / 4);
    }

    private static Compound three(final UpdatePolicy policy) {
        return VectorUnitCell.of(policy, Tiles.ideal(), Tiles.ideal(), Tiles.ideal());
    }
}
