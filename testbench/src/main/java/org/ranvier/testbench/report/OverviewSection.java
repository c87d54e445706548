package org.ranvier.testbench.report;

/** What the run reached and what that took. */
final class OverviewSection {
    private OverviewSection() {}

    static String of(final RunFiles files) {
        return new Table("", "training", "tests")
                .row("accuracy", "", Figure.share(files, "/accuracy"))
                .row("images", Figure.plain(files, "/presentations"), Figure.plain(files, "/test/presentations"))
                .row("cycles", Figure.plain(files, "/cycles"), Figure.plain(files, "/test/cycles"))
                .row(
                        "chip time",
                        Figure.quantity(files, "/chip_seconds", "s"),
                        Figure.quantity(files, "/test/chip_seconds", "s"))
                .row("spikes", Figure.plain(files, "/spikes/total"), Figure.plain(files, "/test/spikes/total"))
                .row("packets", Figure.plain(files, "/packets"), Figure.plain(files, "/test/packets"))
                .row(
                        "energy",
                        Figure.quantity(files, "/energy_j/total", "J"),
                        Figure.quantity(files, "/test/energy_j/total", "J"))
                .row("energy an image", "", Figure.quantity(files, "/test/energy_per_inference_j", "J"))
                .row("weight updates", Figure.plain(files, "/weight_updates"), "")
                .row("spikes an update", Figure.plain(files, "/spikes_per_update"), "")
                .row("cycles an update", Figure.plain(files, "/cycles_per_update"), "")
                .row("energy an update", Figure.quantity(files, "/energy_per_update_j", "J"), "")
                .html();
    }
}
