package org.ranvier.testbench.regress.stream;

/** Takes a piece of a stream. */
@FunctionalInterface
public interface ByteSink {
    /**
     * Takes a piece.
     *
     * @param bytes begins with it, and will be filled again
     * @param length its length
     */
    void piece(byte[] bytes, int length);
}
