package org.ranvier.testbench.regress;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.ranvier.core.cpu.Core;

/** A fingerprint of a chip and of what runs on it. */
final class SpecHash {
    private SpecHash() {}

    /** @return SHA-256 of the specification, then of path, code and constants of every core, in hexadecimal */
    static String of(final String spec, final List<Core> cores) {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(spec.getBytes(StandardCharsets.UTF_8));
            for (final Core core : cores) {
                digest.update(core.path().getBytes(StandardCharsets.UTF_8));
                final long[] words = core.program().words();
                final int[] pool = core.program().pool();
                final ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES + pool.length * Integer.BYTES);
                for (final long word : words) {
                    bytes.putLong(word);
                }
                for (final int constant : pool) {
                    bytes.putInt(constant);
                }
                digest.update(bytes.flip());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
