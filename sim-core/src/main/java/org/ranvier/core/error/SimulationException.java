package org.ranvier.core.error;

/** The root of every exception the simulator throws on purpose; its message is one line that a user can act on. */
public class SimulationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one line, without a trailing period, that names what failed
     */
    public SimulationException(final String message) {
        super(message);
    }

    /**
     * @param message one line that names what failed
     * @param cause the lower-level failure
     */
    public SimulationException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
