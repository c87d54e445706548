package org.ranvier.core.error;

/** A program or network does not fit the chip; the message says which region overflows which core, by how much, and what would fit. */
public final class MappingException extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message which region overflows which core, by how many bytes or lines, and what would fit
     */
    public MappingException(final String message) {
        super(message);
    }
}
