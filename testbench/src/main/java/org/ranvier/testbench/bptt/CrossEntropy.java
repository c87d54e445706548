package org.ranvier.testbench.bptt;

/** Cross entropy of a softmax over some logits, and its derivative. */
final class CrossEntropy {
    private CrossEntropy() {}

    /**
     * Evaluates it.
     *
     * @param logits the logits
     * @param label the class
     * @param factor factor on the derivative
     * @param gradient gets {@code factor (softmax - onehot)} added
     * @return the cross entropy
     */
    static double add(final double[] logits, final int label, final double factor, final double[] gradient) {
        double largest = logits[0];
        for (final double logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        for (final double logit : logits) {
            sum += Math.exp(logit - largest);
        }
        for (int k = 0; k < logits.length; k++) {
            gradient[k] += factor * Math.exp(logits[k] - largest) / sum;
        }
        gradient[label] -= factor;
        return Math.log(sum) + largest - logits[label];
    }
}
