package org.ranvier.testbench.scoreboard;

/**
 * The first quantity in which a chip and its reference model differ.
 *
 * @param sample the sample, from 0
 * @param quantity what differs, with its place, e.g. {@code weight of crossbar 1 at [783][4]}
 * @param expected the reference's value
 * @param found the chip's value
 */
public record Divergence(int sample, String quantity, long expected, long found) {
    @Override
    public String toString() {
        return "sample " + sample + ": " + quantity + " is " + found + ", the reference has " + expected;
    }
}
