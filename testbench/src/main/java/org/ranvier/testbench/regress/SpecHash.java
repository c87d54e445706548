package org.ranvier.testbench.regress;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A fingerprint of a chip and of what runs on it. */
final class SpecHash {
    private SpecHash() {}

    /** @return SHA-256 of the specification, then of all that is known of the cores, in hexadecimal */
    static String of(final String spec, final List<CoreDescription> cores) {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(spec.getBytes(StandardCharsets.UTF_8));
            digest.update(RecordingJson.write(cores));
            return HexFormat.of().formatHex(digest.digest());
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
