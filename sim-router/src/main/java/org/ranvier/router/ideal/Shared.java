package org.ranvier.router.ideal;

import java.util.Arrays;
import org.ranvier.core.parallel.Mailbox;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.route.RouteTable;

/** What the parts of a network have in common: routes, the order of attachment, and what travels from part to part. */
final class Shared {
    /** The routes of all parts. */
    final RouteTable routes;

    /** Per node: its place in the order of attachment, in which endpoints of one moment send. */
    final int[] ranks;

    /** From part to part. */
    final Mailbox[][] boxes;

    /** Per tree: its goals. */
    private int[][] goals = new int[16][];

    private int attached;

    Shared(final MeshSpec mesh, final int parts) {
        routes = new RouteTable(mesh);
        ranks = new int[mesh.nodes()];
        boxes = new Mailbox[parts][parts];
        for (int from = 0; from < parts; from++) {
            Arrays.setAll(boxes[from], to -> new Mailbox());
        }
    }

    void attach(final int node) {
        ranks[node] = attached++;
    }

    int route(final int source, final int... nodes) {
        final int route = routes.add(source, nodes);
        final int tree = routes.tree(route);
        if (tree != RouteTable.UNICAST) {
            if (tree == goals.length) {
                goals = Arrays.copyOf(goals, 2 * tree);
            }
            goals[tree] = nodes.clone();
        }
        return route;
    }

    /** @return the nodes that a tree leads to */
    int[] goals(final int tree) {
        return goals[tree];
    }
}
