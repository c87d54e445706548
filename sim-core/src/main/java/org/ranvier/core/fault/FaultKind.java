package org.ranvier.core.fault;

import java.util.Arrays;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.Nearest;

/** The kinds of faults, in the order in which the command line lists them. */
public enum FaultKind {
    /** One bit of a word of local memory or of an SRAM array changes. */
    FLIP_BIT("flip-bit", "memory bit and sample"),
    /** A copy of a packet is lost on the link to its receiver. */
    DROP_PACKET("drop-packet", "delivered packet"),
    /** A flit takes longer on the link to its receiver, and what comes behind it waits. */
    LATE_FLIT("late-flit", "delivered flit"),
    /** One bit of a packet's key or payload changes on the link to its receiver. */
    CORRUPT_PACKET("corrupt-packet", "delivered packet"),
    /** A device of a crossbar, or a word of an SRAM array, keeps its weight whatever happens. */
    STUCK_DEVICE("stuck-device", "device"),
    /** A row of an array reads 0 and takes no pulses. */
    DEAD_ROW("dead-row", "row"),
    /** A column of an array reads 0 and takes no pulses. */
    DEAD_COLUMN("dead-column", "column"),
    /** A core stops: it sends nothing, drops what arrives, and its router answers the barrier for it. */
    DEAD_CORE("dead-core", "core");

    private final String label;
    private final String unit;

    FaultKind(final String label, final String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** @return the name on the command line */
    public String label() {
        return label;
    }

    /** @return what a rate is the probability of: one of these is hit */
    public String unit() {
        return unit;
    }

    /** @return true for what happens to packets on their last link */
    public boolean hitsPackets() {
        return this == DROP_PACKET || this == LATE_FLIT || this == CORRUPT_PACKET;
    }

    /** @return true for what happens to synapse arrays */
    public boolean hitsArrays() {
        return this == STUCK_DEVICE || this == DEAD_ROW || this == DEAD_COLUMN;
    }

    /**
     * Finds a kind.
     *
     * @param label its name on the command line
     * @return the kind
     * @throws ConfigurationException when there is none of that name
     */
    public static FaultKind of(final String label) {
        final List<String> labels =
                Arrays.stream(values()).map(FaultKind::label).toList();
        final int found = labels.indexOf(label);
        if (found < 0) {
            throw new ConfigurationException("--fault: '" + label + "' is not a kind of fault, expected "
                    + String.join(", ", labels) + Nearest.hint(label, labels));
        }
        return values()[found];
    }
}
