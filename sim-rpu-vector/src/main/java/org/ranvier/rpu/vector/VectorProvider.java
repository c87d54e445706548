package org.ranvier.rpu.vector;

import org.ranvier.rpu.read.PlaneProduct;
import org.ranvier.rpu.read.PlaneProductProvider;

/** Offers {@link VectorProduct} where the incubating module is present and vectors are wide enough to pay. */
public final class VectorProvider implements PlaneProductProvider {
    private static final String MODULE = "jdk.incubator.vector";

    /** For {@link java.util.ServiceLoader}. */
    public VectorProvider() {}

    @Override
    public boolean available() {
        // The product's class must not be loaded without the module.
        return ModuleLayer.boot().findModule(MODULE).isPresent() && VectorProduct.wideEnough();
    }

    @Override
    public String name() {
        return "vector instructions";
    }

    @Override
    public PlaneProduct create(final int rows, final int columns) {
        return new VectorProduct();
    }
}
