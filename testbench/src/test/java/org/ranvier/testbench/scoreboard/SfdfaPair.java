package org.ranvier.testbench.scoreboard;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.cpu.CoreSpec;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.programs.layered.InputForm;
import org.ranvier.programs.sfdfa.SfdfaChip;
import org.ranvier.programs.sfdfa.SfdfaMapping;
import org.ranvier.programs.sfdfa.SfdfaNetwork;
import org.ranvier.programs.sfdfa.SfdfaNormaliser;
import org.ranvier.programs.sfdfa.SfdfaRecipe;
import org.ranvier.programs.sfdfa.SfdfaRule;
import org.ranvier.programs.sfdfa.SfdfaSchedule;
import org.ranvier.programs.sfdfa.SfdfaStart;
import org.ranvier.testbench.reference.sfdfa.SfdfaLayerSpec;
import org.ranvier.testbench.reference.sfdfa.SfdfaReference;
import org.ranvier.testbench.reference.sfdfa.SfdfaSpec;
import org.ranvier.testbench.reference.sfdfa.SfdfaTiming;

/** One network, built twice: on a chip and as a reference model. */
final class SfdfaPair {
    private final SfdfaNetwork network;
    private final SfdfaSchedule schedule;

    private SfdfaPair(final SfdfaNetwork network, final SfdfaSchedule schedule) {
        this.network = network;
        this.schedule = schedule;
    }

    /** A recipe as it stands. */
    static SfdfaPair of(final int[] sizes, final SfdfaRecipe recipe, final boolean learned, final int weightBits) {
        return new SfdfaPair(
                new SfdfaNetwork(sizes, recipe.rule(learned, weightBits), recipe.start(learned), 11),
                recipe.schedule(learned, weightBits, 0));
    }

    /** The same with another gradient and normaliser. */
    SfdfaPair with(final boolean exact, final boolean intra, final SfdfaNormaliser normaliser) {
        final SfdfaRule old = network.rule();
        final SfdfaRule rule = new SfdfaRule(
                old.steps(),
                old.lastInput(),
                old.potentialShift(),
                old.currentShift(),
                old.hiddenThreshold(),
                old.outputThreshold(),
                old.labelTarget(),
                old.otherTarget(),
                old.regulariser(),
                old.targetRate(),
                exact,
                intra,
                old.learnedFeedback(),
                normaliser,
                old.weightBits());
        return new SfdfaPair(new SfdfaNetwork(network.sizes(), rule, network.start(), network.seed()), schedule);
    }

    /** The same with start weights that make small layers fire from the first image on. */
    SfdfaPair excitable() {
        final SfdfaStart start = new SfdfaStart(-512, 768, -1024, 3072, -1024, 4096);
        return new SfdfaPair(new SfdfaNetwork(network.sizes(), network.rule(), start, network.seed()), schedule);
    }

    SfdfaChip chip(final int memoryBytes, final FabricKind fabric) {
        return chip(InputForm.PIXELS, memoryBytes, fabric);
    }

    SfdfaChip chip(final InputForm input, final int memoryBytes, final FabricKind fabric) {
        final ChipSpec spec = ChipSpec.DEFAULT.withFabric(fabric).withCore(CoreSpec.DEFAULT.withMemory(memoryBytes));
        return new SfdfaChip(new SfdfaMapping(network, input, spec));
    }

    SfdfaReference reference() {
        final SfdfaRule rule = network.rule();
        final List<SfdfaLayerSpec> layers = new ArrayList<>();
        for (int l = 1; l <= network.layers(); l++) {
            layers.add(layer(l));
        }
        return new SfdfaReference(new SfdfaSpec(
                network.sizes(),
                new SfdfaTiming(rule.steps(), rule.lastInput(), rule.potentialShift(), rule.currentShift()),
                layers,
                rule.labelTarget(),
                rule.otherTarget(),
                rule.regulariser(),
                rule.targetRate(),
                new org.ranvier.testbench.reference.sfdfa.SfdfaRule(
                        rule.exactGradient(),
                        rule.intraNeuron(),
                        rule.learnedFeedback(),
                        org.ranvier.testbench.reference.sfdfa.SfdfaRule.Normaliser.valueOf(
                                rule.normaliser().name())),
                new org.ranvier.testbench.reference.sfdfa.SfdfaSchedule(
                        schedule.first().feedbackShift(), schedule.warmUp(), schedule.halvings()),
                network.seed()));
    }

    private SfdfaLayerSpec layer(final int l) {
        final SfdfaRule rule = network.rule();
        final SfdfaStart start = network.start();
        final boolean output = l == network.layers();
        final int low = output ? start.outputLow() : l == 1 ? start.hiddenLow() : start.deepLow();
        final int high = output ? start.outputHigh() : l == 1 ? start.hiddenHigh() : start.deepHigh();
        return new SfdfaLayerSpec(
                output ? rule.outputThreshold() : rule.hiddenThreshold(),
                low,
                high,
                output ? schedule.first().outputShift() : schedule.first().hiddenShift(),
                rule.weightBits(),
                network.fraction(l));
    }
}
