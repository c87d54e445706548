package org.ranvier.testbench.cli;

import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Layer sizes as an option writes them, {@code 784-20-10}.
 *
 * @param neurons neurons of layers 0..L
 */
record LayerSizes(int[] neurons) {
    int inputs() {
        return neurons[0];
    }

    int outputs() {
        return neurons[neurons.length - 1];
    }

    int layers() {
        return neurons.length - 1;
    }

    /** Reads them. */
    static final class Converter implements ITypeConverter<LayerSizes> {
        Converter() {}

        @Override
        public LayerSizes convert(final String text) {
            if (!text.matches("[0-9]{1,6}(-[0-9]{1,6})+")) {
                throw new TypeConversionException("'" + text + "' is not of the form 784-20-10, input first");
            }
            return new LayerSizes(
                    Arrays.stream(text.split("-")).mapToInt(Integer::parseInt).toArray());
        }
    }
}
