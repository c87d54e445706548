package org.ranvier.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;

class StateTest {
    @Test
    void shouldReadBackWhatWasWritten() {
        final byte[] image = new StateWriter()
                .section("core[0]")
                .putInt(-3)
                .putLong(Long.MIN_VALUE + 1)
                .putInts(new int[] {1, Integer.MIN_VALUE, 3})
                .putLongs(new long[] {-1L})
                .putInts(new int[0])
                .toByteArray();

        final StateReader in = new StateReader(image).section("core[0]");
        final int[] ints = new int[3];
        final long[] longs = new long[1];

        assertThat(in.getInt()).isEqualTo(-3);
        assertThat(in.getLong()).isEqualTo(Long.MIN_VALUE + 1);
        in.getInts(ints);
        in.getLongs(longs);
        in.getInts(new int[0]);
        in.end();
        assertThat(ints).containsExactly(1, Integer.MIN_VALUE, 3);
        assertThat(longs).containsExactly(-1L);
    }

    @Test
    void shouldWriteLittleEndian() {
        assertThat(new StateWriter()
                        .putInt(0x01020304)
                        .putLong(0x1112131415161718L)
                        .toByteArray())
                .containsExactly(4, 3, 2, 1, 0x18, 0x17, 0x16, 0x15, 0x14, 0x13, 0x12, 0x11);
    }

    @Test
    void shouldGrowBeyondItsFirstBuffer() {
        final int[] many = new int[5000];
        for (int i = 0; i < many.length; i++) {
            many[i] = i * 7;
        }
        final int[] again = new int[many.length];

        new StateReader(new StateWriter().putInts(many).toByteArray()).getInts(again);

        assertThat(again).isEqualTo(many);
    }

    @Test
    void shouldRefuseWrongSection() {
        final StateReader in =
                new StateReader(new StateWriter().putInt(0).section("a").toByteArray());
        in.getInt();

        assertThatThrownBy(() -> in.section("b"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "saved state: expected section 'b' at byte 4, the image belongs to another chip or version");
    }

    @Test
    void shouldRefuseWrongLength() {
        final StateReader in =
                new StateReader(new StateWriter().putLongs(new long[4]).toByteArray());

        assertThatThrownBy(() -> in.getLongs(new long[5]))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("saved state: array of 4 values at byte 0, this chip needs 5");
    }

    @Test
    void shouldRefuseTruncatedImage() {
        final StateReader in = new StateReader(new byte[6]);
        in.getInt();

        assertThatThrownBy(in::getInt)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("saved state: truncated at byte 6");
    }

    @Test
    void shouldRefuseTrailingBytes() {
        final StateReader in = new StateReader(new byte[12]);
        in.getInt();

        assertThatThrownBy(in::end)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("saved state: 8 bytes too many after byte 4");
    }
}
