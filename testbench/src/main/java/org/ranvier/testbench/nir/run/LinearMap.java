package org.ranvier.testbench.nir.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ranvier.testbench.nir.graph.Node;

/**
 * A node without a state as a matrix: what it makes of an input that is 1 in one element and 0 elsewhere, element by element.
 *
 * <p>The columns are found by asking the node's own operator, so they are right for every operation that is linear.
 */
public final class LinearMap {
    private final Operator operator;
    private final double[] input;
    private final double[] output;
    private final double[] bias;
    private final List<Column> columns;

    /**
     * The elements that an element of the input reaches.
     *
     * @param elements of the output
     * @param weights of each of them
     */
    public record Column(int[] elements, double[] weights) {}

    /**
     * @param node a node that is linear, or linear but for a bias
     */
    public LinearMap(final Node node) {
        operator = node.operation().accept(new Operators(node, RunRules.USUAL));
        input = new double[node.inputSize()];
        output = new double[node.size()];
        operator.step(input, output);
        bias = output.clone();
        columns = new ArrayList<>(Collections.nCopies(input.length, null));
    }

    /** @return what it gives when nothing enters; not to be changed */
    public double[] bias() {
        return bias;
    }

    /**
     * Gives a column.
     *
     * @param element of the input
     * @return what it reaches
     */
    public Column column(final int element) {
        if (columns.get(element) == null) {
            columns.set(element, probe(element));
        }
        return columns.get(element);
    }

    private Column probe(final int element) {
        input[element] = 1;
        operator.step(input, output);
        input[element] = 0;
        int count = 0;
        for (int i = 0; i < output.length; i++) {
            count += output[i] != bias[i] ? 1 : 0;
        }
        final Column column = new Column(new int[count], new double[count]);
        int next = 0;
        for (int i = 0; i < output.length; i++) {
            if (output[i] != bias[i]) {
                column.elements()[next] = i;
                column.weights()[next++] = output[i] - bias[i];
            }
        }
        return column;
    }
}
