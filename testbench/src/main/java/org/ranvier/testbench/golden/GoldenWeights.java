package org.ranvier.testbench.golden;

/** The closed-form weights of the golden networks with 784 inputs, 20 hidden neurons and 10 outputs. */
final class GoldenWeights {
    static final int INPUTS = 784;
    static final int HIDDEN = 20;
    static final int OUTPUTS = 10;
    private static final int MODULUS = 201;
    private static final int MIDDLE = 100;

    private GoldenWeights() {}

    /** @return weights of layer 1, inputs x hidden: ((7919 i + 104729 j + 13) mod 201) - 100, i post, j pre */
    static int[][] hidden() {
        final int[][] weights = new int[INPUTS][HIDDEN];
        for (int pre = 0; pre < INPUTS; pre++) {
            for (int post = 0; post < HIDDEN; post++) {
                weights[pre][post] = (7919 * post + 104_729 * pre + 13) % MODULUS - MIDDLE;
            }
        }
        return weights;
    }

    /** @return weights of layer 2, hidden x outputs: ((31337 k + 271 i + 5) mod 201) - 100, k post, i pre */
    static int[][] output() {
        final int[][] weights = new int[HIDDEN][OUTPUTS];
        for (int pre = 0; pre < HIDDEN; pre++) {
            for (int post = 0; post < OUTPUTS; post++) {
                weights[pre][post] = (31_337 * post + 271 * pre + 5) % MODULUS - MIDDLE;
            }
        }
        return weights;
    }
}
