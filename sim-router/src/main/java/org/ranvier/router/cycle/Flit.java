package org.ranvier.router.cycle;

/**
 * Layout of a flit on a link: bits 0..31 the packet's place in the pool, 32..55 the destination node or the tree, 61 copied
 * along a tree, 62 head, 63 tail.
 */
final class Flit {
    static final long TREE = 1L << 61;
    static final long HEAD = 1L << 62;
    static final long TAIL = 1L << 63;

    private static final int GOAL_SHIFT = 32;
    private static final int GOAL_MASK = (1 << 24) - 1;

    private Flit() {}

    static long of(final int packet, final int goal) {
        return (long) goal << GOAL_SHIFT | packet;
    }

    static int packet(final long flit) {
        return (int) flit;
    }

    static int goal(final long flit) {
        return (int) (flit >>> GOAL_SHIFT) & GOAL_MASK;
    }

    static boolean isTree(final long flit) {
        return (flit & TREE) != 0;
    }

    /** @return whether this is all of a packet that goes to one node */
    static boolean isLone(final long flit) {
        return (flit & (TREE | HEAD | TAIL)) == (HEAD | TAIL);
    }

    static boolean isHead(final long flit) {
        return (flit & HEAD) != 0;
    }

    /** @return 1 for the head of a packet that goes to one node, else 0 */
    static long headOfOne(final long flit) {
        return flit >>> 62 & ~flit >>> 61 & 1;
    }

    static boolean isTail(final long flit) {
        return flit < 0;
    }
}
