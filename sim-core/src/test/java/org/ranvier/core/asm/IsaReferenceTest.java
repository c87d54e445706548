package org.ranvier.core.asm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ranvier.core.isa.Op;

class IsaReferenceTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "..", "docs", "isa.md");

    @Test
    void shouldEqualCommittedPage() throws IOException {
        if ("write".equals(System.getProperty("ranvier.docs"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, IsaReference.text());
        }

        assertThat(Files.readString(PAGE))
                .as("docs/isa.md is out of date; to rewrite it: mvn test -pl sim-core -Dtest=IsaReferenceTest"
                        + " -Dranvier.docs=write")
                .isEqualTo(IsaReference.text());
    }

    @Test
    void shouldListEveryInstructionOnce() {
        final String text = IsaReference.text();
        for (final Op op : Op.values()) {
            assertThat(text.split("\\| `" + op.mnemonic().replace(".", "\\.") + "` \\|", -1))
                    .hasSize(2);
        }
    }
}
