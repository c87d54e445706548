package org.ranvier.programs.chip;

import org.ranvier.router.MeshSpec;

/** The order in which cores of a mesh are used. */
public final class NodeOrder {
    private NodeOrder() {}

    /**
     * Lists the nodes along a snake: routers of row 0 from west to east, of row 1 back, and so on; all nodes of a router before
     * the next. Neighbours in the list are neighbours in the mesh.
     *
     * @param mesh the mesh
     * @return its local nodes
     */
    public static int[] snake(final MeshSpec mesh) {
        final int[] order = new int[mesh.localNodes()];
        int count = 0;
        for (int y = 0; y < mesh.rows(); y++) {
            for (int i = 0; i < mesh.columns(); i++) {
                final int x = (y & 1) == 0 ? i : mesh.columns() - 1 - i;
                count = appendNodes(mesh, y * mesh.columns() + x, order, count);
            }
        }
        return order;
    }

    private static int appendNodes(final MeshSpec mesh, final int router, final int[] order, final int from) {
        int count = from;
        for (int node = 0; node < mesh.localNodes(); node++) {
            if (mesh.router(node) == router) {
                order[count++] = node;
            }
        }
        return count;
    }
}
