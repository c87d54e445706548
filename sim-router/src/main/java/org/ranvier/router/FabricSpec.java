package org.ranvier.router;

import java.util.Objects;
import org.ranvier.core.error.ConfigurationException;

/**
 * A whole network.
 *
 * @param mesh the routers and nodes
 * @param router what every router is like
 * @param injectionDepth packets that wait at a node, 1..1048576 or {@link #UNBOUNDED}
 * @param dropAfter cycles for which the front packet of a buffer may be blocked before it is dropped, 0..65535, or
 *     {@link #NEVER_DROP}: back-pressure only
 * @param replication how a packet is copied to several outputs
 */
public record FabricSpec(MeshSpec mesh, RouterSpec router, int injectionDepth, int dropAfter, Replication replication) {
    /** An injection queue that grows, for traffic replayed from a file. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /** A network that never loses a packet. */
    public static final int NEVER_DROP = -1;

    /** Checks the ranges. */
    public FabricSpec {
        Objects.requireNonNull(mesh, "mesh");
        Objects.requireNonNull(router, "router");
        Objects.requireNonNull(replication, "replication");
        if (replication == Replication.SYNCHRONOUS && dropAfter != NEVER_DROP) {
            throw ConfigurationException.of("fabric.dropAfter", dropAfter, "no dropping with synchronous replication");
        }
        if (injectionDepth != UNBOUNDED) {
            ConfigurationException.checkRange("fabric.injectionDepth", injectionDepth, 1, 1 << 20);
        }
        if (dropAfter != NEVER_DROP) {
            ConfigurationException.checkRange("fabric.dropAfter", dropAfter, 0, 65535);
        }
    }

    /**
     * Builds the usual chip network: it never drops and replicates asynchronously.
     *
     * @param mesh the routers and nodes
     * @param router what every router is like
     * @param injectionDepth packets that wait at a node
     * @return the spec
     */
    public static FabricSpec lossless(final MeshSpec mesh, final RouterSpec router, final int injectionDepth) {
        return new FabricSpec(mesh, router, injectionDepth, NEVER_DROP, Replication.ASYNCHRONOUS);
    }
}
