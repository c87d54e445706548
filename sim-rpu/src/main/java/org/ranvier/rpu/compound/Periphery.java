package org.ranvier.rpu.compound;

import java.util.List;
import org.ranvier.rpu.device.Parameter;
import org.ranvier.rpu.device.Settings;
import org.ranvier.rpu.read.BoundManagement;
import org.ranvier.rpu.read.NoiseManagement;
import org.ranvier.rpu.read.ReadOption;
import org.ranvier.rpu.read.ReadSpec;
import org.ranvier.rpu.update.PulseType;
import org.ranvier.rpu.update.UpdateSpec;

/**
 * The converters and the pulse generator of a compound's own reads and pulses, as options under a common prefix.
 *
 * <p>Reads are of one row with a one-hot input, so noise and bound management are off: the input is 1 and nothing is repeated.
 *
 * @param prefix what the options are for, e.g. {@code transfer}
 * @param usualLength usual pulse length BL
 * @param usuallyManaged whether update and BL management are usually on
 */
record Periphery(String prefix, int usualLength, boolean usuallyManaged) {
    private static final int MOST_LENGTH = 65_536;

    /** @return the declared options of reads */
    List<Parameter> reads() {
        return List.of(perfect(), inputStep(), inputNoise(), outputBound(), outputStep(), outputNoise(), weightNoise());
    }

    /** @return the declared options of pulses */
    List<Parameter> writes() {
        return List.of(length(), type(), management(), shortening());
    }

    /** @return the read periphery that options ask for */
    ReadSpec read(final Settings settings) {
        return ReadSpec.named("default")
                .with(ReadOption.IS_PERFECT, settings.get(perfect()))
                .with(ReadOption.INP_RES, settings.get(inputStep()))
                .with(ReadOption.INP_NOISE, settings.get(inputNoise()))
                .with(ReadOption.OUT_BOUND, settings.get(outputBound()))
                .with(ReadOption.OUT_RES, settings.get(outputStep()))
                .with(ReadOption.OUT_NOISE, settings.get(outputNoise()))
                .with(ReadOption.W_NOISE, settings.get(weightNoise()))
                .with(ReadOption.NOISE_MANAGEMENT, NoiseManagement.NONE.ordinal())
                .with(ReadOption.BOUND_MANAGEMENT, BoundManagement.NONE.ordinal());
    }

    /** @return the pulse generator that options ask for */
    UpdateSpec write(final Settings settings) {
        return UpdateSpec.defaults()
                .withType(PulseType.values()[(int) settings.get(type())])
                .withBl((int) settings.get(length()), true)
                .withManagement(settings.on(management()), settings.on(shortening()));
    }

    private Parameter perfect() {
        return Parameter.onOff(prefix + "_forward_is_perfect", false, "reads are exact, without converters or noise");
    }

    private Parameter inputStep() {
        return number(
                "_forward_inp_res", "of twice the range", 1, 1.0 / 126, "step of the input converter, 0 for none");
    }

    private Parameter inputNoise() {
        return number("_forward_inp_noise", "input", 1e6, 0, "noise of the inputs");
    }

    private Parameter outputBound() {
        return number("_forward_out_bound", "weight", 1e6, 12, "range of the output converter, 0 for none");
    }

    private Parameter outputStep() {
        return number(
                "_forward_out_res", "of twice the range", 1, 1.0 / 510, "step of the output converter, 0 for none");
    }

    private Parameter outputNoise() {
        return number("_forward_out_noise", "weight", 1e6, 0.06, "noise of a read weight before its converter");
    }

    private Parameter weightNoise() {
        return number("_forward_w_noise", "weight", 1024, 0, "noise of the weights in every read");
    }

    /** @return the option of the pulse length */
    Parameter length() {
        return Parameter.whole(
                prefix + "_update_desired_bl", "slots", 1, MOST_LENGTH, usualLength, "slots of an update, or the most");
    }

    private Parameter type() {
        return Parameter.whole(
                prefix + "_update_pulse_type",
                "",
                0,
                PulseType.values().length - 1,
                0,
                "0 stochastic compressed, 1 stochastic, 2 mean count, 3 deterministic implicit");
    }

    private Parameter management() {
        return Parameter.onOff(
                prefix + "_update_management",
                usuallyManaged,
                "both vectors are scaled to the same largest probability");
    }

    private Parameter shortening() {
        return Parameter.onOff(
                prefix + "_update_bl_management", usuallyManaged, "updates are only as long as the values need");
    }

    private Parameter number(
            final String name, final String unit, final double high, final double usual, final String meaning) {
        return Parameter.number(prefix + name, unit, 0, high, usual, meaning);
    }
}
