package org.ranvier.rpu.read;

/** An implementation of {@link PlaneProduct} that is found at run time, as a {@link java.util.ServiceLoader} service. */
public interface PlaneProductProvider {
    /** @return whether this Java machine can run it */
    boolean available();

    /** @return what it is, for reports */
    String name();

    /**
     * Makes the product of one array.
     *
     * @param rows row lines
     * @param columns column lines
     * @return a product with the same bits as every other
     */
    PlaneProduct create(int rows, int columns);
}
