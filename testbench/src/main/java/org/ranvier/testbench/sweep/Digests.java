package org.ranvier.testbench.sweep;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names for contents: the first 80 bits of SHA-256, in hexadecimal digits. */
public final class Digests {
    private static final int BYTES = 10;

    private Digests() {}

    /**
     * Names a content.
     *
     * @param content any bytes
     * @return 20 hexadecimal digits
     */
    public static String of(final byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, BYTES);
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
