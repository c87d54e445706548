package org.ranvier.testbench.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number as a decimal, {@code 0.0039}, or as a fraction, {@code 1/256}. */
final class FractionConverter implements ITypeConverter<Double> {
    FractionConverter() {}

    @Override
    public Double convert(final String text) {
        try {
            final int slash = text.indexOf('/');
            return slash < 0
                    ? Double.parseDouble(text)
                    : Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
        } catch (final NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is neither a decimal nor a fraction like 1/256");
        }
    }
}
