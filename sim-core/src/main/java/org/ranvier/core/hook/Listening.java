package org.ranvier.core.hook;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;

/**
 * Whether anything in this process has ever been listened to: asked before a core or a fabric looks for a listener of its own.
 *
 * <p>A flit passes so little code that half a dozen null checks on its way cost more than a hundredth of a run. Compiled code takes
 * the target of a call site for a constant and leaves out what depends on it, until {@link #begin} changes the target and the JVM
 * throws that code away; from then on null checks cost again what they cost. No result depends on it.
 */
public final class Listening {
    private static final MethodHandle SILENCE = MethodHandles.constant(boolean.class, false);
    private static final MutableCallSite SITE = new MutableCallSite(SILENCE);

    private Listening() {}

    /** @return whether {@link #begin} was called; false is free of charge in compiled code */
    public static boolean hasBegun() {
        return SITE.getTarget() != SILENCE;
    }

    /** Somebody is going to listen: every thread knows it when this returns. */
    public static synchronized void begin() {
        if (!hasBegun()) {
            SITE.setTarget(MethodHandles.constant(boolean.class, true));
            MutableCallSite.syncAll(new MutableCallSite[] {SITE});
        }
    }
}
