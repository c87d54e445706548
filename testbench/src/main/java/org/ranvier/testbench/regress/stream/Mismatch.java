package org.ranvier.testbench.regress.stream;

import java.util.List;

/**
 * Where a stream first departs from its recording.
 *
 * @param expected the recorded event; null when the recording has no more
 * @param found the event of the run under way; null when there was none
 * @param operand the operand that differs, as it is written in assembly; null when the events themselves do
 * @param elements one or two elements of it that differ; none when there are more than can be told apart
 * @param length how many elements it has
 * @param expectedCameAt the cycle in which the expected packet arrived after all; -1 if it did not
 * @param foundWasDueAt the cycle in which the found packet was expected; -1 if it was not
 * @param sameStep whether the found event came before the step was over in which the other one was expected
 */
public record Mismatch(
        Event expected,
        Event found,
        String operand,
        List<Element> elements,
        int length,
        long expectedCameAt,
        long foundWasDueAt,
        boolean sameStep) {

    /**
     * An element that differs.
     *
     * @param name for example {@code W[3][17]}
     * @param expected what it should be
     * @param found what it is
     */
    public record Element(String name, long expected, long found) {}

    /** @return the cycle of the earlier of the two events */
    public long cycle() {
        if (expected == null || found == null) {
            return expected == null ? found.cycle : expected.cycle;
        }
        return Math.min(expected.cycle, found.cycle);
    }

    Mismatch withPackets(final long cameAt, final long dueAt, final boolean inStep) {
        return new Mismatch(expected, found, operand, elements, length, cameAt, dueAt, inStep);
    }
}
