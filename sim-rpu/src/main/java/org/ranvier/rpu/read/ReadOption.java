package org.ranvier.rpu.read;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;

/**
 * The options of a read periphery: name, unit, range, default and meaning. Names, defaults and meanings are those of aihwkit's
 * {@code IOParameters}; inputs are in units of the input converter's scale, outputs in input units times weights.
 */
public enum ReadOption {
    /** Whether the read is the exact product. */
    IS_PERFECT("is_perfect", "", Kind.SWITCH, 0, 1, 0, "exact product, only out_scale applies"),
    /** Passes through the array. */
    MV_TYPE("mv_type", MvType.ONE_PASS, "passes through the array for inputs of both signs"),
    /** Range of the input converter. */
    INP_BOUND("inp_bound", "input", Kind.BOUND, 0, 1e6, 1, "range of the input converter, 0 for none"),
    /** Step of the input converter. */
    INP_RES(
            "inp_res",
            "of twice the range",
            Kind.RESOLUTION,
            0,
            1,
            1.0 / 126,
            "step of the input converter, 0 for none"),
    /** Rounding of the input converter. */
    INP_STO_ROUND("inp_sto_round", "", Kind.SWITCH, 0, 1, 0, "input converter rounds stochastically"),
    /** Noise of the inputs. */
    INP_NOISE("inp_noise", "input", Kind.NUMBER, 0, 1e6, 0, "standard deviation of the noise on converted inputs"),
    /** Loss of negative inputs. */
    INP_ASYMMETRY("inp_asymmetry", "", Kind.NUMBER, -1, 1, 0, "negative inputs are multiplied with 1 minus this"),
    /** Range of the output converter. */
    OUT_BOUND("out_bound", "output", Kind.BOUND, 0, 1e6, 12, "range of the output converter, 0 for none"),
    /** Step of the output converter. */
    OUT_RES(
            "out_res",
            "of twice the range",
            Kind.RESOLUTION,
            0,
            1,
            1.0 / 510,
            "step of the output converter, 0 for none"),
    /** Rounding of the output converter. */
    OUT_STO_ROUND("out_sto_round", "", Kind.SWITCH, 0, 1, 0, "output converter rounds stochastically"),
    /** Noise of the outputs. */
    OUT_NOISE(
            "out_noise",
            "output",
            Kind.NUMBER,
            0,
            1e6,
            0.06,
            "standard deviation of the noise before the output converter"),
    /** Spread of the output noise. */
    OUT_NOISE_STD("out_noise_std", "of out_noise", Kind.NUMBER, 0, 100, 0, "spread of out_noise between outputs"),
    /** Factor of the results. */
    OUT_SCALE("out_scale", "", Kind.NUMBER, -1e6, 1e6, 1, "factor of the converted outputs"),
    /** Loss of negative outputs. */
    OUT_ASYMMETRY("out_asymmetry", "", Kind.NUMBER, 0, 1, 0, "negative outputs are multiplied with 1 minus this"),
    /** Bound management. */
    BOUND_MANAGEMENT(
            "bound_management", BoundManagement.ITERATIVE, "what happens when a forward read leaves the output range"),
    /** Limit of the bound management. */
    MAX_BM_FACTOR(
            "max_bm_factor", "", Kind.NUMBER, 0, 1e9, 1000, "retries end when inputs are divided by more than this"),
    /** Limit of the bound management. */
    MAX_BM_RES(
            "max_bm_res", "input", Kind.NUMBER, 0, 1e6, 0.25, "retries end when an input step is more than this part"),
    /** Whether negative outputs count. */
    BM_TEST_NEGATIVE_BOUND("bm_test_negative_bound", "", Kind.SWITCH, 0, 1, 1, "negative outputs cause retries too"),
    /** Noise management. */
    NOISE_MANAGEMENT("noise_management", NoiseManagement.ABS_MAX, "what inputs are divided by before conversion"),
    /** Threshold of the noise management. */
    NM_THRES(
            "nm_thres",
            "input",
            Kind.NUMBER,
            0,
            1e9,
            0,
            "upper limit of the divisor (constant: the divisor), 0 for none"),
    /** Memory of the running average. */
    NM_DECAY("nm_decay", "per read", Kind.NUMBER, 0, 1, 1e-3, "weight of a read in the running average of the divisor"),
    /** Assumed weights. */
    NM_ASSUMED_WMAX("nm_assumed_wmax", "weight", Kind.NUMBER, 0, 1024, 0.6, "weight assumed by abs-max-np-sum"),
    /** Weight noise. */
    W_NOISE("w_noise", "weight", Kind.NUMBER, 0, 1024, 0, "strength of the weight noise"),
    /** Kind of weight noise. */
    W_NOISE_TYPE("w_noise_type", WeightNoise.NONE, "how weight noise depends on weights and inputs"),
    /** Wire resistance. */
    IR_DROP("ir_drop", "", Kind.NUMBER, 0, 1e6, 0, "strength of the approximate voltage drop along the lines"),
    /** Wire conductance. */
    IR_DROP_G_RATIO(
            "ir_drop_g_ratio",
            "",
            Kind.NUMBER,
            1e-3,
            1e15,
            1 / 0.35 / 5e-6,
            "conductance of a wire segment over a device's"),
    /** Non-linearity of the outputs. */
    OUT_NONLINEARITY("out_nonlinearity", "", Kind.NUMBER, 0, 1e6, 0, "n in y / (1 + n |y| / out_bound)"),
    /** Spread of the non-linearity. */
    OUT_NONLINEARITY_STD(
            "out_nonlinearity_std", "", Kind.NUMBER, 0, 100, 0, "spread of out_nonlinearity between outputs"),
    /** Calibration of the non-linearity. */
    SLOPE_CALIBRATION(
            "slope_calibration", "of out_bound", Kind.NUMBER, 0, 1e3, 0, "output at which the slope is set to 1"),
    /** Voltage offsets. */
    V_OFFSET_STD(
            "v_offset_std", "", Kind.NUMBER, 0, 1, 0, "spread of the outputs' voltage offsets; negative ones are 0"),
    /** Reference of the voltage offsets. */
    V_OFFSET_W_MIN("v_offset_w_min", "weight", Kind.NUMBER, -1024, 0, -1, "weight of the implicit reference device"),
    /** Series resistance. */
    R_SERIES("r_series", "1/output", Kind.NUMBER, 0, 1e6, 0, "r in y / (1 + r |y|)"),
    /** Limit of the series resistance. */
    R_SERIES_MAX_TOTAL("r_series_max_total", "", Kind.NUMBER, 0, 1e30, 1e30, "upper limit of r |y|");

    private static final double FINEST = 1e-6;

    private enum Kind {
        NUMBER,
        SWITCH,
        BOUND,
        RESOLUTION,
        NAME
    }

    private final String key;
    private final String unit;
    private final Kind kind;
    private final double low;
    private final double high;
    private final double standard;
    private final String meaning;
    private final Enum<?>[] names;

    ReadOption(
            final String key,
            final String unit,
            final Kind kind,
            final double low,
            final double high,
            final double standard,
            final String meaning) {
        this.key = key;
        this.unit = unit;
        this.kind = kind;
        this.low = low;
        this.high = high;
        this.standard = standard;
        this.meaning = meaning;
        names = new Enum<?>[0];
    }

    ReadOption(final String key, final Enum<?> standard, final String meaning) {
        this.key = key;
        this.unit = "";
        this.kind = Kind.NAME;
        this.standard = standard.ordinal();
        this.meaning = meaning;
        names = standard.getDeclaringClass().getEnumConstants();
        low = 0;
        high = names.length - 1.0;
    }

    /**
     * Finds an option.
     *
     * @param key its name as in data and on the command line, e.g. {@code out_noise}
     * @return the option
     * @throws ConfigurationException when there is none of that name
     */
    public static ReadOption named(final String key) {
        for (final ReadOption option : values()) {
            if (option.key.equals(key)) {
                return option;
            }
        }
        throw ConfigurationException.of(
                "read option",
                key,
                "one of " + Arrays.stream(values()).map(ReadOption::key).collect(Collectors.joining(", ")));
    }

    /** @return the name as in data and on the command line */
    public String key() {
        return key;
    }

    /** @return the unit, empty for pure numbers, switches and names */
    public String unit() {
        return unit;
    }

    /** @return what it does, in a few words */
    public String meaning() {
        return meaning;
    }

    /** @return the default value as text */
    public String standard() {
        return text(standard);
    }

    /** @return the allowed values as text */
    public String range() {
        return switch (kind) {
            case SWITCH -> "0 or 1";
            case RESOLUTION -> "0 (or -1) for continuous, or a number in " + FINEST + ".." + high;
            case NAME -> "one of " + Arrays.stream(names).map(ReadOption::plain).collect(Collectors.joining(", "));
            default -> "a number in " + low + ".." + high;
        };
    }

    double standardValue() {
        return standard;
    }

    /** @return the value, checked, with the aliases of "none" made 0 */
    double check(final double value) {
        if (value == -1 && (kind == Kind.RESOLUTION || kind == Kind.BOUND)) {
            return 0;
        }
        final boolean allowed = value >= low
                && value <= high
                && (kind != Kind.RESOLUTION || value == 0 || value >= FINEST)
                && (kind != Kind.SWITCH && kind != Kind.NAME || value == Math.rint(value));
        if (!allowed) {
            throw ConfigurationException.of("read." + key, value, range());
        }
        return value;
    }

    /** @return the value that a text stands for: a number, a fraction like 1/126, true or false, or a name */
    double parse(final String text) {
        for (final Enum<?> name : names) {
            if (plain(name).equalsIgnoreCase(text.replace("_", "").replace("-", ""))) {
                return name.ordinal();
            }
        }
        if (kind == Kind.SWITCH && ("true".equals(text) || "false".equals(text))) {
            return "true".equals(text) ? 1 : 0;
        }
        try {
            if (kind != Kind.NAME) {
                final int slash = text.indexOf('/');
                return slash < 0
                        ? Double.parseDouble(text)
                        : Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
            }
        } catch (final NumberFormatException e) {
            throw new ConfigurationException("read." + key + ": " + text + " is not allowed, expected " + range(), e);
        }
        throw ConfigurationException.of("read." + key, text, range());
    }

    /** @return a value as {@link #parse} reads it */
    String text(final double value) {
        if (kind == Kind.NAME) {
            return plain(names[(int) value]);
        }
        return value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE
                ? Integer.toString((int) value)
                : Double.toString(value);
    }

    /** @return a constant's name in camel case, e.g. AbsMax for ABS_MAX: aihwkit's but for case */
    private static String plain(final Enum<?> name) {
        final StringBuilder text = new StringBuilder();
        boolean upper = true;
        for (final char c : name.name().toCharArray()) {
            if (c != '_') {
                text.append(upper ? c : Character.toLowerCase(c));
            }
            upper = c == '_';
        }
        return text.toString();
    }
}
