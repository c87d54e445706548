package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.testbench.browser.Browser;
import org.ranvier.testbench.browser.Ink;

/** Opens a report in a browser, where one is installed: clicks through it and looks at it wide, narrow, dark and printed. */
class ReportInBrowserTest {
    private static final int WIDE = 1100;
    private static final int PHONE = 390;
    private static final int HEIGHT = 700;

    @TempDir
    private static Path directory;

    private static Browser browser;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Browser.isInstalled());
        final Path images = Files.createDirectories(directory.resolve("images"));
        TinyImages.write(images, 10);
        final Path run = directory.resolve("run");
        final String line = "train ssnn-bp --data-dir " + images
                + " --train-samples 10 --test-samples 5 --epochs 2 --hidden 12 --report --out " + run;
        final CliRun result = CliRun.of(line.split(" "));
        assertThat(result.code()).as(result.err()).isZero();
        browser = Browser.open(directory.resolve("profile"), run.resolve("report.html"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void widen() throws IOException, InterruptedException {
        browser.resize(WIDE, HEIGHT);
    }

    @Test
    void shouldLeadToItsSectionsAndUnfoldWhenClicked() throws IOException, InterruptedException {
        final int links =
                browser.evaluate("document.querySelectorAll('nav a').length").asInt();
        assertThat(links).isEqualTo(10);
        for (int link = 0; link < links; link++) {
            browser.evaluate("document.querySelectorAll('nav a')[" + link + "].click()");
            assertThat(browser.evaluate("document.querySelector(location.hash).getBoundingClientRect().top")
                            .asDouble())
                    .as("top of the section of link " + link)
                    .isBetween(-1.0, (double) HEIGHT);
            assertThat(browser.evaluate("document.querySelector(location.hash).textContent.length")
                            .asInt())
                    .isGreaterThan(20);
        }
        final int folded = height();
        final int folds =
                browser.evaluate("document.querySelectorAll('summary').length").asInt();
        assertThat(folds).isGreaterThan(2);
        browser.evaluate("document.querySelectorAll('summary').forEach(fold => fold.click())");
        assertThat(height()).isGreaterThan(folded + 20 * folds);
        browser.evaluate("document.querySelectorAll('summary').forEach(fold => fold.click())");
        assertThat(height()).isEqualTo(folded);
    }

    @Test
    void shouldShowTheSameInDarkAsInLight() throws IOException, InterruptedException {
        browser.colorScheme("light");
        final Ink light = new Ink(browser.screenshot());
        browser.colorScheme("dark");
        final Ink dark = new Ink(browser.screenshot());

        assertThat(light.background()).isGreaterThan(220);
        assertThat(dark.background()).isLessThan(60);
        assertThat(light.share()).isBetween(0.05, 0.7);
        assertThat(light.overlap(dark)).isGreaterThan(0.85);
    }

    @Test
    void shouldFitAPhoneAndPaper() throws IOException, InterruptedException {
        browser.resize(PHONE, HEIGHT);
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(PHONE);
        assertThat(browser.evaluate("[...document.querySelectorAll('svg, img')]"
                                + ".filter(it => it.getBoundingClientRect().width < 200).length")
                        .asInt())
                .as("pictures too small to be seen")
                .isZero();
        final byte[] pdf = browser.print();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(pdf.length).isGreaterThan(20_000);
    }

    private static int height() throws IOException, InterruptedException {
        return browser.evaluate("document.documentElement.scrollHeight").asInt();
    }
}
