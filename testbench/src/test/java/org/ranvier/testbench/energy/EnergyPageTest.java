package org.ranvier.testbench.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EnergyPageTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "..", "docs", "design", "energy.md");
    private static final String BEGIN = "<!-- generated from rpu-45nm -->\n";
    private static final String END = "<!-- end -->";

    @Test
    void shouldShowTheDefaultProfile() throws IOException {
        final String committed = Files.readString(PAGE);
        final String table = ProfileTable.text(EnergyProfiles.load(EnergyProfiles.DEFAULT));
        final int begin = committed.indexOf(BEGIN) + BEGIN.length();
        final int end = committed.indexOf(END, begin);
        assertThat(committed).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
        if ("write".equals(System.getProperty("ranvier.docs"))) {
            Files.writeString(PAGE, committed.substring(0, begin) + table + committed.substring(end));
            return;
        }

        assertThat(committed.substring(begin, end))
                .as(
                        "docs/design/energy.md is out of date; to rewrite it: mvn test -pl testbench -am -Dtest=EnergyPageTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dranvier.docs=write")
                .isEqualTo(table);
    }
}
