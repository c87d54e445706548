package org.ranvier.programs.rpusgd;

/** The tables that cores look functions up in, Q20 entries of 1024 arguments. */
final class FunctionTables {
    private static final int ENTRIES = 1024;
    private static final double ONE = 1 << 20;
    private static final double ACTIVATION_STEP = 0x1p-6;
    private static final double EXPONENT_STEP = 0x1p-7;

    private FunctionTables() {}

    /** @return the activation at (i - 512) / 64 for i = 0..1023; null for the rectifier, which needs no table */
    static int[] of(final Activation activation) {
        return switch (activation) {
            case SIGMOID -> {
                final int[] table = new int[ENTRIES];
                for (int i = 0; i < ENTRIES; i++) {
                    table[i] = q20(1 / (1 + StrictMath.exp(-argument(i))));
                }
                yield table;
            }
            case TANH -> {
                final int[] table = new int[ENTRIES];
                for (int i = 0; i < ENTRIES; i++) {
                    table[i] = q20(StrictMath.tanh(argument(i)));
                }
                yield table;
            }
            case RELU -> null;
        };
    }

    private static double argument(final int i) {
        return (i - ENTRIES / 2) * ACTIVATION_STEP;
    }

    /** @return exp(-i / 128) for i = 0..1023; the last entry, exp(-8), serves all smaller arguments */
    static int[] exponential() {
        final int[] table = new int[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            table[i] = q20(StrictMath.exp(-i * EXPONENT_STEP));
        }
        return table;
    }

    private static int q20(final double value) {
        return (int) Math.rint(value * ONE);
    }
}
