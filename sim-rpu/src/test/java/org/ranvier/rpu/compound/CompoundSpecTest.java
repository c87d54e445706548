package org.ranvier.rpu.compound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.device.DeviceSpec;

/** Specifications of compounds: parts by name, and bad input refused in one line. */
final class CompoundSpecTest {
    @Test
    void shouldReplacePartsByNameWhenAsked() {
        final DeviceSpec other = Tiles.ideal();
        final Compound pair = OneSidedPair.defaults().withPart("minus", other);
        assertThat(pair.parts()).containsOnlyKeys("plus", "minus").containsEntry("minus", other);
        final Compound vector = VectorUnitCell.defaults().withPart("2", other).withPart("0", other);
        assertThat(vector.parts()).containsOnlyKeys("0", "1", "2").containsEntry("0", other);
        assertThat(pair).isEqualTo(OneSidedPair.defaults().withPart("minus", other));
    }

    @Test
    void shouldRefuseUnknownPartsWithTheirNames() {
        refused(
                () -> ReferenceUnitCell.defaults().withPart("third", Tiles.ideal()),
                "device reference part: third is not allowed, expected one of updated, reference");
    }

    @Test
    void shouldRefuseTheWrongNumberOfDevices() {
        refused(
                () -> OneSidedPair.defaults().withDevices(List.of(Tiles.ideal())),
                "device one-sided devices: 1 is not allowed, expected as many as plus and minus");
    }

    @Test
    void shouldRefuseWeightsOfTheWrongNumber() {
        refused(
                () -> VectorUnitCell.defaults().with("gamma_vec", 1, 2, 3),
                "device.gamma_vec: [1.0, 2.0, 3.0] is not allowed, expected one number for each of the 2 devices");
        refused(
                () -> VectorUnitCell.defaults().with("gamma_vec", 1, -1),
                "device.gamma_vec: [1.0, -1.0] is not allowed, expected numbers whose sum is not 0");
        refused(
                () -> VectorUnitCell.defaults().with("first_update_idx", 2),
                "device.first_update_idx: 2 is not allowed, expected 0..1");
    }

    @ParameterizedTest
    @EnumSource(names = {"CHOPPED", "DYNAMIC"})
    void shouldRefuseThirdDevicesWhereThereIsOneTransfer(final TransferKind kind) {
        refused(
                () -> TransferCompound.defaults(kind).withDevices(List.of(Tiles.ideal(), Tiles.ideal(), Tiles.ideal())),
                "device.devices: 3 is not allowed, expected 2..2");
    }

    @Test
    void shouldRefuseRefreshOfDevicesWithoutRange() {
        refused(
                () -> OneSidedPair.of(Tiles.noisy().with("w_max", 0)).with("refresh_every", 1),
                "device.refresh_every: constant-step is not allowed, expected devices with an upper bound above 0");
    }

    @Test
    void shouldRefuseDynamicReferencesWithoutChopping() {
        refused(
                () -> TransferCompound.defaults(TransferKind.DYNAMIC).with("in_chop_prob", 0),
                "device.in_chop_prob: 0.0 is not allowed, expected a number in 1.0E-9..1.0");
    }

    private static void refused(final ThrowingCallable call, final String message) {
        assertThatThrownBy(call).isInstanceOf(ConfigurationException.class).hasMessage(message);
    }
}
