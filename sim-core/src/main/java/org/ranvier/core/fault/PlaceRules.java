package org.ranvier.core.fault;

/** Which places each kind of fault has. */
final class PlaceRules {
    /** How an array is named whatever its program calls it. */
    static final String ARRAY = "array";

    private PlaceRules() {}

    /** @return whether a place has the parts that the kind needs, and no others */
    static boolean fits(final FaultKind kind, final FaultPlace place) {
        final boolean anywhere = place.equals(FaultPlace.ANYWHERE);
        final boolean indexed = place.row() != FaultPlace.ANY || place.column() != FaultPlace.ANY;
        final boolean inCore = place.node() >= 0;
        return switch (kind) {
            case FLIP_BIT ->
                anywhere
                        || inCore
                                && (place.name() != null || !indexed && place.bit() == FaultPlace.ANY)
                                && (indexed || place.bit() == FaultPlace.ANY);
            case DROP_PACKET, LATE_FLIT, CORRUPT_PACKET -> !indexed && place.bit() == FaultPlace.ANY;
            case DEAD_CORE -> anywhere || inCore && place.name() == null && !indexed && place.bit() == FaultPlace.ANY;
            default ->
                anywhere
                        || inCore
                                && (place.name() == null
                                        ? !indexed
                                        : place.name().equals(ARRAY))
                                && place.bit() == FaultPlace.ANY
                                && (kind != FaultKind.STUCK_DEVICE
                                        || indexed == (place.column() != FaultPlace.ANY && place.row() >= 0));
        };
    }

    /** Gives rows a row and columns a column, whatever else the place says. */
    static FaultPlace normal(final FaultKind kind, final FaultPlace place) {
        return switch (kind) {
            case DEAD_ROW -> new FaultPlace(place.node(), place.name(), place.row(), FaultPlace.ANY, FaultPlace.ANY);
            case DEAD_COLUMN ->
                new FaultPlace(
                        place.node(),
                        place.name(),
                        FaultPlace.ANY,
                        place.column() == FaultPlace.ANY ? place.row() : place.column(),
                        FaultPlace.ANY);
            default -> place;
        };
    }

    /** @return the places of a kind, for messages */
    static String expected(final FaultKind kind) {
        return switch (kind) {
            case FLIP_BIT ->
                "core[N], core[N].REGION, core[N].REGION[COLUMN] or core[N].REGION[ROW,COLUMN], with .bitB or without";
            case DROP_PACKET, LATE_FLIT, CORRUPT_PACKET -> "core[N], host, a packet kind, core[N].KIND or host.KIND";
            case STUCK_DEVICE -> "core[N] or core[N].array[ROW,COLUMN]";
            case DEAD_ROW -> "core[N] or core[N].array[ROW]";
            case DEAD_COLUMN -> "core[N] or core[N].array[COLUMN]";
            case DEAD_CORE -> "core[N]";
        };
    }
}
