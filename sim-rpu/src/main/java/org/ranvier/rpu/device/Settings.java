package org.ranvier.rpu.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;

/**
 * The values of a device's declared options: immutable, every value checked against its declaration.
 *
 * @param type the device type, for messages
 * @param parameters the declarations, in the order in which they are printed
 * @param values a value for each of them, by name
 */
public record Settings(String type, List<Parameter> parameters, Map<String, List<Double>> values) {
    /** Copies what it is given; the static factory and {@link #with} are the ways to make one. */
    public Settings {
        parameters = List.copyOf(parameters);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Gives every parameter its usual value.
     *
     * @param type the device type
     * @param parameters the declarations, names differ
     * @return the settings
     */
    public static Settings of(final String type, final List<Parameter> parameters) {
        final Map<String, List<Double>> values = new LinkedHashMap<>();
        for (final Parameter parameter : parameters) {
            if (values.put(parameter.name(), parameter.usual()) != null) {
                throw new IllegalArgumentException("option " + parameter.name() + " is declared twice");
            }
        }
        return new Settings(type, parameters, values);
    }

    /**
     * Changes one value.
     *
     * @param option its name
     * @param value the new value, several numbers for a list
     * @return the changed settings
     * @throws ConfigurationException when no parameter has that name or the value is out of range
     */
    public Settings with(final String option, final double... value) {
        final List<Double> list = Arrays.stream(value).boxed().toList();
        for (final Parameter parameter : parameters) {
            if (parameter.name().equals(option)) {
                parameter.check(list);
                final Map<String, List<Double>> changed = new LinkedHashMap<>(values);
                changed.put(option, list);
                return new Settings(type, parameters, changed);
            }
        }
        throw ConfigurationException.of(
                "device " + type + " option",
                option,
                "one of " + parameters.stream().map(Parameter::name).collect(Collectors.joining(", ")));
    }

    /**
     * Adds a derived option.
     *
     * @param parameter an option that is not declared yet
     * @param value its value
     * @return settings that have it
     * @throws ConfigurationException when the value is out of range
     */
    public Settings derived(final Parameter parameter, final double value) {
        final List<Parameter> more = new ArrayList<>(parameters);
        more.add(parameter);
        final Map<String, List<Double>> known = new LinkedHashMap<>(values);
        known.put(parameter.name(), parameter.usual());
        return new Settings(type, more, known).with(parameter.name(), value);
    }

    /** @return the value of a number */
    public double get(final Parameter parameter) {
        return list(parameter).get(0);
    }

    /** @return whether a switch is on */
    public boolean on(final Parameter parameter) {
        return get(parameter) != 0;
    }

    /** @return the numbers of a list */
    public List<Double> list(final Parameter parameter) {
        final List<Double> value = values.get(parameter.name());
        if (value == null) {
            throw new IllegalArgumentException(type + " declares no option " + parameter.name());
        }
        return value;
    }

    @Override
    public String toString() {
        return type + values;
    }
}
