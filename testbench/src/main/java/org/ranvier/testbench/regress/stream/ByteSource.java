package org.ranvier.testbench.regress.stream;

/** Gives the pieces of a stream one after another. */
@FunctionalInterface
public interface ByteSource {
    /** @return the next piece, or null after the last */
    byte[] next();
}
