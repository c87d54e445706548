package org.ranvier.rpu.read;

import java.util.List;
import java.util.ServiceLoader;

/** Chooses the fastest {@link PlaneProduct} of the Java machine; all give the same bits. */
public final class PlaneProducts {
    /** The first release measured to vectorise the conversion of ints to floats. */
    private static final int CONVERTING_RELEASE = 25;

    private static final List<PlaneProductProvider> PROVIDERS =
            ServiceLoader.load(PlaneProductProvider.class, PlaneProducts.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(PlaneProductProvider::available)
                    .toList();

    private PlaneProducts() {}

    /**
     * Makes the product of one array.
     *
     * @param rows row lines
     * @param columns column lines
     * @return the product
     */
    public static PlaneProduct create(final int rows, final int columns) {
        return PROVIDERS.isEmpty() ? plain(rows, columns) : PROVIDERS.get(0).create(rows, columns);
    }

    /**
     * Makes the product of one array in plain Java, whatever else there is.
     *
     * @param rows row lines
     * @param columns column lines
     * @return the product
     */
    public static PlaneProduct plain(final int rows, final int columns) {
        return convertsRows() ? new IntRowProduct(columns) : new FloatCopyProduct(rows, columns);
    }

    /** @return what {@link #create} chooses, for reports */
    public static String name() {
        if (!PROVIDERS.isEmpty()) {
            return PROVIDERS.get(0).name();
        }
        return convertsRows() ? "plain Java" : "plain Java on a float copy";
    }

    private static boolean convertsRows() {
        return Runtime.version().feature() >= CONVERTING_RELEASE;
    }
}
