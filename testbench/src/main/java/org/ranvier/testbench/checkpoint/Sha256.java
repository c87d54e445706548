package org.ranvier.testbench.checkpoint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java has. */
final class Sha256 {
    private Sha256() {}

    /** @return a hash that has seen nothing yet */
    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the hash of a part of an array, 32 bytes */
    static byte[] of(final byte[] content, final int from, final int length) {
        final MessageDigest digest = begin();
        digest.update(content, from, length);
        return digest.digest();
    }
}
