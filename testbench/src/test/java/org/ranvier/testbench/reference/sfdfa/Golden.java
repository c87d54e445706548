package org.ranvier.testbench.reference.sfdfa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The recorded vectors of SFDFA; a README beside them says what is in them. */
public final class Golden {
    private Golden() {}

    /**
     * @param name of the file
     * @return its contents
     */
    public static JsonNode read(final String name) {
        try (InputStream in = Golden.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param node an array of numbers
     * @return the numbers
     */
    public static double[] vector(final JsonNode node) {
        final double[] vector = new double[node.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = node.get(i).doubleValue();
        }
        return vector;
    }

    /**
     * @param node an array of arrays of numbers
     * @return the rows
     */
    public static double[][] matrix(final JsonNode node) {
        final double[][] matrix = new double[node.size()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = vector(node.get(i));
        }
        return matrix;
    }

    /**
     * @param node an array of integers
     * @return the integers
     */
    public static int[] integers(final JsonNode node) {
        final int[] vector = new int[node.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = node.get(i).intValue();
        }
        return vector;
    }

    /**
     * @param node an array of arrays of integers
     * @return the rows
     */
    public static int[][] integerMatrix(final JsonNode node) {
        final int[][] matrix = new int[node.size()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = integers(node.get(i));
        }
        return matrix;
    }
}
