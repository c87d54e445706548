package org.ranvier.testbench.rpu.validation;

/**
 * The worst deviation of a quantity from its reference, over all points and seeds of a case.
 *
 * @param group the case
 * @param quantity what was compared
 * @param compared how many comparisons there were
 * @param place where the worst was
 * @param deviation how far off it was there
 * @param bound what is allowed there
 */
public record Finding(String group, String quantity, int compared, String place, double deviation, double bound) {
    /** @return the deviation in units of its bound */
    public double ratio() {
        return deviation == 0 ? 0 : deviation / bound;
    }

    /** @return whether the deviation is above its bound, or not a number */
    public boolean exceeded() {
        return !(ratio() <= 1);
    }
}
