package org.ranvier.testbench.rpu;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.read.ReadSpec;
import org.ranvier.rpu.update.PulseType;
import org.ranvier.rpu.update.UpdateSpec;
import org.ranvier.testbench.yaml.YamlNode;

/**
 * Settings of a periphery by the name that IBM aihwkit has for them, and the options that differ: in a preset file a name, or a
 * mapping with the name as {@code set} beside the options.
 *
 * @param name the set's name, or {@link #NONE}
 * @param options the options that differ, by name
 */
public record NamedSet(String name, Map<String, String> options) {
    /** The name for whatever the chip has. */
    public static final String NONE = "none";

    private static final String SET = "set";
    private static final String UPDATES = "PresetUpdate, UpdateParameters or none";

    /** @return no settings of its own */
    static NamedSet none() {
        return new NamedSet(NONE, Map.of());
    }

    static NamedSet read(final YamlNode node) {
        if (!node.isMap()) {
            return new NamedSet(node.text(), Map.of());
        }
        final Map<String, String> options = new LinkedHashMap<>();
        node.entries().forEach((key, value) -> options.put(key, value.plain().toString()));
        final String name = options.remove(SET);
        if (name == null) {
            throw node.error("the key 'set' is missing");
        }
        return new NamedSet(name, options);
    }

    /**
     * Takes it as converters.
     *
     * @param chip the converters for {@link #NONE}
     * @return the converters
     * @throws ConfigurationException when there is no such set or option
     */
    public ReadSpec reads(final ReadSpec chip) {
        if (name.equals(NONE)) {
            return chip.with(options);
        }
        return ReadSpec.named(name.equals("PresetIO") ? "PresetIOParameters" : name)
                .with(options);
    }

    /**
     * Takes it as pulse generators; both sets of aihwkit have the same values.
     *
     * @param chip the generators for {@link #NONE}
     * @return the generators
     * @throws ConfigurationException when there is no such set or option
     */
    public UpdateSpec updates(final UpdateSpec chip) {
        UpdateSpec spec = switch (name) {
            case NONE -> chip;
            case "PresetUpdate", "UpdateParameters" -> UpdateSpec.defaults();
            default -> throw ConfigurationException.of("update periphery", name, UPDATES);
        };
        for (final Map.Entry<String, String> option : options.entrySet()) {
            spec = change(spec, option.getKey(), option.getValue());
        }
        return spec;
    }

    private static UpdateSpec change(final UpdateSpec spec, final String option, final String value) {
        return switch (option) {
            case "desired_bl" -> spec.withBl(whole(option, value), spec.fixedBl());
            case "pulse_type" -> spec.withType(PulseType.named("pulse_type", value));
            case "update_management" -> spec.withManagement(truth(option, value), spec.updateBlManagement());
            case "update_bl_management" -> spec.withManagement(spec.updateManagement(), truth(option, value));
            default ->
                throw ConfigurationException.of(
                        "update option", option, "desired_bl, pulse_type, update_management or update_bl_management");
        };
    }

    private static int whole(final String option, final String value) {
        try {
            return Integer.parseInt(value);
        } catch (final NumberFormatException e) {
            throw ConfigurationException.of("update." + option, value, "a whole number");
        }
    }

    private static boolean truth(final String option, final String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw ConfigurationException.of("update." + option, value, "true or false");
        }
        return value.equals("true");
    }

    /** @return e.g. {@code PresetUpdate (desired_bl 100)} */
    @Override
    public String toString() {
        if (options.isEmpty()) {
            return name;
        }
        final StringBuilder text = new StringBuilder();
        options.forEach((key, value) ->
                text.append(text.isEmpty() ? "" : ", ").append(key).append(' ').append(value));
        return name + " (" + text + ")";
    }
}
