package org.ranvier.testbench.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the page of a run. */
public final class ReportPage {
    private ReportPage() {}

    /**
     * Makes a page of a run's files.
     *
     * @param files the files
     * @return HTML in UTF-8 that needs nothing else
     */
    public static String of(final RunFiles files) {
        return Page.of(Heading.title(files), Heading.lead(files), sections(files));
    }

    private static Map<String, String> sections(final RunFiles files) {
        final Map<String, String> sections = new LinkedHashMap<>();
        if (Window.of(files) == Window.TRAINING) {
            sections.put("Overview", OverviewSection.of(files));
            sections.put("Epochs", CurvesSection.of(files));
            sections.put("Energy", EnergySection.of(files));
        } else {
            sections.put("Overview", PassSection.overview(files));
            sections.put("Energy", PassSection.energy(files));
        }
        if (PopulationSection.applies(files)) {
            sections.put("Populations", PopulationSection.of(files));
        }
        if (FaultSection.applies(files)) {
            sections.put("Faults", FaultSection.of(files));
        }
        sections.put("Floor plan", FloorPlan.of(files));
        sections.put("Raster", PacketSection.raster(files));
        if (files.data().has("weights")) {
            sections.put("Weights", WeightSection.of(files));
        }
        sections.put("Latency", PacketSection.latency(files));
        sections.put("Instructions", InstructionSection.of(files));
        sections.put("Memory", MemorySection.of(files));
        sections.put("Repeat it", RepeatSection.of(files));
        return sections;
    }
}
