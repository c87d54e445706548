package org.ranvier.router;

import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.EventKind;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;

/** The hardware events of the network that cost energy; the columns of every router's ledger row, in this order. */
public final class RouterEvents {
    /** Column of {@code router.inject}. */
    public static final int INJECT = 0;
    /** Column of {@code router.buffer_write}. */
    public static final int BUFFER_WRITE = 1;
    /** Column of {@code router.buffer_read}. */
    public static final int BUFFER_READ = 2;
    /** Column of {@code router.crossbar}. */
    public static final int CROSSBAR = 3;
    /** Column of {@code router.link_east_west}. */
    public static final int LINK_EAST_WEST = 4;
    /** Column of {@code router.link_north_south}. */
    public static final int LINK_NORTH_SOUTH = 5;
    /** Column of {@code router.eject_local}. */
    public static final int EJECT_LOCAL = 6;
    /** Column of {@code router.eject_host}. */
    public static final int EJECT_HOST = 7;
    /** Column of {@code router.table_lookup}. */
    public static final int TABLE_LOOKUP = 8;
    /** Column of {@code router.fork}. */
    public static final int FORK = 9;
    /** Column of {@code router.vc_grant}. */
    public static final int VC_GRANT = 10;
    /** Column of {@code router.switch_grant}. */
    public static final int SWITCH_GRANT = 11;

    private static final String ROUTER = "router";
    private static final EventKind[] ALL = {
        kind("inject", "one flit entered the network from a node"),
        kind("buffer_write", "one flit written into an input buffer"),
        kind("buffer_read", "one flit read from an input buffer towards one output"),
        kind("crossbar", "one flit crossed the switch to one output"),
        kind("link_east_west", "one flit travelled a link between two columns"),
        kind("link_north_south", "one flit travelled a link between two rows"),
        kind("eject_local", "one flit left the network to a local node"),
        kind("eject_host", "one flit left the network to a host port"),
        kind("table_lookup", "one packet looked up in a keyed routing table"),
        kind("fork", "one copy of a packet beyond the first made in a router"),
        kind("vc_grant", "one virtual channel given to a packet"),
        kind("switch_grant", "one crossbar passage given to a flit")
    };

    /** One token of the barrier tree over one link, up or down. */
    public static final EventKind BARRIER_TOKEN =
            new EventKind("barrier.token", "barrier", "one token of the barrier tree passed one link");

    private RouterEvents() {}

    /** @return the columns of a router's row */
    public static EventKind[] all() {
        return ALL.clone();
    }

    /**
     * Opens one row per router.
     *
     * @param ledger the chip's ledger
     * @param routers how many
     * @return the rows
     */
    public static LedgerRow[] open(final Ledger ledger, final int routers) {
        final LedgerRow[] rows = new LedgerRow[routers];
        for (int router = 0; router < routers; router++) {
            rows[router] = ledger.open(ROUTER + "[" + router + "]", EnergyPhase.COMMUNICATION, ALL);
        }
        return rows;
    }

    private static EventKind kind(final String event, final String meaning) {
        return new EventKind(ROUTER + "." + event, ROUTER, meaning);
    }
}
