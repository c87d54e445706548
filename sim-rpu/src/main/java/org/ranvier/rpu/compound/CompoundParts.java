package org.ranvier.rpu.compound;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.Cells;

/** Looks at the devices that share the crossings of a compound, which its weights show only together. */
public final class CompoundParts {
    private CompoundParts() {}

    /**
     * Finds one of the devices at every crossing.
     *
     * @param compound cells that a {@link Compound} built
     * @param number which device, from 0 in the order of {@link Compound#devices}
     * @return its cells; for reading only
     * @throws ConfigurationException when the cells are not a compound's or have fewer devices
     */
    public static Cells part(final Cells compound, final int number) {
        if (!(compound instanceof CompoundCells cells)) {
            throw ConfigurationException.of("device", compound.getClass().getSimpleName(), "a compound");
        }
        ConfigurationException.checkRange("part", number, 0, cells.parts() - 1);
        return cells.part(number);
    }
}
