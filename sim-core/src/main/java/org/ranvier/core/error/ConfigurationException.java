package org.ranvier.core.error;

/** A value given by the user is outside what is allowed; the message names the option, the value and the range. */
public class ConfigurationException extends SimulationException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one line that names the option, its value and what is allowed
     */
    public ConfigurationException(final String message) {
        super(message);
    }

    /**
     * @param message one line that names the option, its value and what is allowed
     * @param cause the lower-level failure
     */
    public ConfigurationException(final String message, final Throwable cause) {
        super(message, cause);
    }

    /**
     * Builds the usual message.
     *
     * @param option the option or field, as the user wrote it, e.g. {@code --hidden} or {@code mesh.columns}
     * @param value the offending value
     * @param allowed what is allowed, e.g. {@code 1..65536}
     * @return the exception, ready to be thrown
     */
    public static ConfigurationException of(final String option, final Object value, final String allowed) {
        return new ConfigurationException(option + ": " + value + " is not allowed, expected " + allowed);
    }

    /**
     * Checks an integer against a closed range.
     *
     * @param option the option or field name
     * @param value the value
     * @param min smallest allowed value
     * @param max largest allowed value
     * @return {@code value}
     */
    public static int checkRange(final String option, final int value, final int min, final int max) {
        if (value < min || value > max) {
            throw of(option, value, min + ".." + max);
        }
        return value;
    }

    /**
     * Checks a real number against a closed range; NaN and infinities are refused.
     *
     * @param option the option or field name
     * @param value the value
     * @param min smallest allowed value
     * @param max largest allowed value
     * @return {@code value}
     */
    public static double checkRange(final String option, final double value, final double min, final double max) {
        if (!(value >= min && value <= max)) {
            throw of(option, value, "a number in " + min + ".." + max);
        }
        return value;
    }
}
