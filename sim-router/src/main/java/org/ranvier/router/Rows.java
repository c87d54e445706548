package org.ranvier.router;

/**
 * A mesh cut into parts of contiguous rows of routers, as equal as can be.
 *
 * <p>Packets are routed along x first, so they cross a cut in their y phase only, and each row keeps its links among itself.
 *
 * @param mesh the mesh
 * @param parts how many, 1 to the mesh's rows
 */
public record Rows(MeshSpec mesh, int parts) {
    /** Makes as many parts as the mesh has rows at most. */
    public Rows {
        parts = Math.max(1, Math.min(parts, mesh.rows()));
    }

    /** @return the first row of a part; that of part {@link #parts} is the end */
    public int firstRow(final int part) {
        return part * mesh.rows() / parts;
    }

    /** @return the part that a router belongs to */
    public int ofRouter(final int router) {
        final int row = router / mesh.columns();
        int part = row * parts / mesh.rows();
        while (row >= firstRow(part + 1)) {
            part++;
        }
        return part;
    }

    /** @return the part that a node belongs to */
    public int ofNode(final int node) {
        return ofRouter(mesh.router(node));
    }

    /** @return the first local node of a part; those of a part are contiguous, and that of part {@link #parts} is the end */
    public int firstNode(final int part) {
        return firstRow(part) * mesh.columns() * mesh.concentration();
    }
}
