package org.ranvier.testbench.trace;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A protobuf message that is put together field by field. */
final class ProtoMessage {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    /** Adds a whole number, at least 0. */
    ProtoMessage number(final int field, final long value) {
        try {
            out.writeUInt64(field, value);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Adds text. */
    ProtoMessage text(final int field, final String value) {
        try {
            out.writeString(field, value);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Adds a message. */
    ProtoMessage message(final int field, final ProtoMessage value) {
        try {
            out.writeByteArray(field, value.encoded());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** @return the message so far */
    byte[] encoded() {
        try {
            out.flush();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
