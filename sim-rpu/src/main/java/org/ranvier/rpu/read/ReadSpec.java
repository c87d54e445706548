package org.ranvier.rpu.read;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ReadMode;

/**
 * What the read periphery of an array does: a valid value for every {@link ReadOption}.
 *
 * @param values the values; missing options take their defaults, switches are 0 or 1, names are their ordinals
 */
public record ReadSpec(Map<ReadOption, Double> values) {
    private static final String NAMES = "default, preset, standard or perfect";

    /** Checks the ranges, and what options ask of each other. */
    public ReadSpec {
        final Map<ReadOption, Double> checked = new EnumMap<>(ReadOption.class);
        for (final ReadOption option : ReadOption.values()) {
            checked.put(option, option.check(values.getOrDefault(option, option.standardValue())));
        }
        values = Collections.unmodifiableMap(checked);
        requireRange(checked, ReadOption.INP_RES, ReadOption.INP_BOUND);
        requireRange(checked, ReadOption.OUT_RES, ReadOption.OUT_BOUND);
        final boolean scaled = checked.get(ReadOption.NOISE_MANAGEMENT) != NoiseManagement.NONE.ordinal();
        if (scaled && checked.get(ReadOption.INP_BOUND) != 1) {
            throw ConfigurationException.of(
                    "read.inp_bound", checked.get(ReadOption.INP_BOUND), "1 unless read.noise_management is None");
        }
    }

    private static void requireRange(
            final Map<ReadOption, Double> values, final ReadOption resolution, final ReadOption bound) {
        if (values.get(resolution) > 0 && values.get(bound) == 0) {
            throw ConfigurationException.of(
                    "read." + resolution.key(), values.get(resolution), "0 when read." + bound.key() + " is 0");
        }
    }

    /**
     * Finds a periphery by name.
     *
     * @param name default (aihwkit's IOParameters), preset (PresetIOParameters, of all training presets), standard
     *     (StandardIOParameters) or perfect; ideal, the same
     * @return the periphery
     * @throws ConfigurationException when there is none of that name
     */
    public static ReadSpec named(final String name) {
        final ReadSpec defaults = new ReadSpec(Map.of());
        return switch (name) {
            case "default", "IOParameters" -> defaults;
            case "preset", "PresetIOParameters" ->
                new ReadSpec(Map.of(ReadOption.OUT_BOUND, 20.0, ReadOption.OUT_NOISE, 0.1));
            case "standard", "StandardIOParameters" ->
                new ReadSpec(Map.of(
                        ReadOption.INP_RES,
                        1.0 / 254,
                        ReadOption.OUT_RES,
                        1.0 / 254,
                        ReadOption.OUT_BOUND,
                        10.0,
                        ReadOption.OUT_NOISE,
                        0.04));
            case "perfect", "ideal" -> defaults.with(ReadOption.IS_PERFECT, 1);
            default -> throw ConfigurationException.of("read periphery", name, NAMES);
        };
    }

    /**
     * Changes one option.
     *
     * @param option the option
     * @param value the new value
     * @return the changed periphery
     */
    public ReadSpec with(final ReadOption option, final double value) {
        final Map<ReadOption, Double> changed = new EnumMap<>(values);
        changed.put(option, value);
        return new ReadSpec(changed);
    }

    /**
     * Changes options as data or a command line give them.
     *
     * @param settings values by option name: numbers, fractions like 1/126, true or false, or names like AbsMax
     * @return the changed periphery
     * @throws ConfigurationException when an option is unknown or a value not allowed
     */
    public ReadSpec with(final Map<String, String> settings) {
        final Map<ReadOption, Double> changed = new EnumMap<>(values);
        settings.forEach((key, text) -> {
            final ReadOption option = ReadOption.named(key);
            changed.put(option, option.parse(text));
        });
        return new ReadSpec(changed);
    }

    /**
     * Returns the value of a number.
     *
     * @param option the option
     * @return its value
     */
    public double get(final ReadOption option) {
        return values.get(option);
    }

    /**
     * Returns the value of a switch.
     *
     * @param option the option
     * @return whether it is on
     */
    public boolean on(final ReadOption option) {
        return get(option) != 0;
    }

    /**
     * Returns a value as text that {@link #with(Map)} reads.
     *
     * @param option the option
     * @return its value
     */
    public String text(final ReadOption option) {
        return option.text(get(option));
    }

    /** @return passes through the array */
    public MvType mvType() {
        return MvType.values()[(int) get(ReadOption.MV_TYPE)];
    }

    /** @return what an attempt at a read takes; perfect reads are of one pass */
    public ReadMode mode() {
        return on(ReadOption.IS_PERFECT) ? ReadMode.ONE_PASS : mvType().mode();
    }

    /** @return what inputs are divided by */
    public NoiseManagement noiseManagement() {
        return NoiseManagement.values()[(int) get(ReadOption.NOISE_MANAGEMENT)];
    }

    /** @return what happens when a forward read leaves the output range */
    public BoundManagement boundManagement() {
        return BoundManagement.values()[(int) get(ReadOption.BOUND_MANAGEMENT)];
    }

    /** @return the kind of weight noise */
    public WeightNoise weightNoise() {
        return WeightNoise.values()[(int) get(ReadOption.W_NOISE_TYPE)];
    }

    /** @return the step of the input converter, 0 for none */
    public float inputStep() {
        return step(ReadOption.INP_RES, ReadOption.INP_BOUND);
    }

    /** @return the step of the output converter, 0 for none */
    public float outputStep() {
        return step(ReadOption.OUT_RES, ReadOption.OUT_BOUND);
    }

    /** Single precision in this order, as aihwkit computes it: it decides whether the code of full scale is in range. */
    private float step(final ReadOption resolution, final ReadOption bound) {
        return (float) get(resolution) * 2f * (float) get(bound);
    }
}
