package org.progressledger.query.flags;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AuditFlag;
import org.progressledger.query.flags.ProjectFlagsPage.Found;
import org.progressledger.query.flags.ProjectFlagsPage.Kind;
import org.progressledger.query.flags.ProjectFlagsPage.Seen;
import org.progressledger.query.flags.ProjectFlagsPage.Weight;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.FlagLook;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Paper;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.FlagView.Acknowledged;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.Views.Summary;

/** Hits of audit flags in the words and figures in which they are read. */
final class FlagsTelling {
    private final Map<AuditFlag, FlagRule> rules;
    private final Frame frame;

    FlagsTelling(FlagSettings settings, Frame frame) {
        this.rules = FlagRules.all(settings);
        this.frame = frame;
    }

    /** The heaviest first. */
    List<Weight> weights(List<FlagView> hits) {
        Map<Severity, Long> counts = hits.stream()
                .collect(Collectors.groupingBy(
                        FlagView::severity, () -> new EnumMap<>(Severity.class), Collectors.counting()));
        return Arrays.stream(Severity.values())
                .sorted(Comparator.reverseOrder())
                .filter(counts::containsKey)
                .map(severity -> weight(severity, counts.getOrDefault(severity, 0L)))
                .toList();
    }

    private Weight weight(Severity severity, long hits) {
        FlagLook look = FlagLook.of(severity);
        return new Weight(look.style(), look.icon(), frame.say(look.key()), hits);
    }

    /** By rule: those of the heaviest hits first, then in the order of the flags. */
    List<Kind> kinds(List<FlagView> hits) {
        Map<AuditFlag, List<FlagView>> byFlag = hits.stream()
                .collect(Collectors.groupingBy(
                        FlagView::flag, () -> new EnumMap<>(AuditFlag.class), Collectors.toList()));
        return byFlag.values().stream()
                .sorted(Comparator.comparing(FlagsTelling::heaviest).reversed())
                .map(this::kind)
                .toList();
    }

    private static Severity heaviest(List<FlagView> hits) {
        return hits.stream()
                .map(FlagView::severity)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Kind kind(List<FlagView> hits) {
        FlagView first = hits.getFirst();
        return new Kind(
                first.flag().name(),
                name(first.flag()),
                meaning(first.flag()),
                first.ruleVersion(),
                hits.stream().map(this::found).toList());
    }

    String name(AuditFlag flag) {
        return frame.say("flag." + flag.name());
    }

    /** What its rule finds, with the thresholds that are set. */
    String meaning(AuditFlag flag) {
        Summary meaning = Objects.requireNonNull(rules.get(flag)).meaning();
        return frame.say(meaning.th(), meaning.en());
    }

    Found found(FlagView hit) {
        FlagLook look = FlagLook.of(hit.severity());
        return new Found(
                hit.id(),
                look.style(),
                look.icon(),
                frame.say(look.key()),
                hit.reportNo(),
                frame.say(hit.text().th(), hit.text().en()),
                hit.evidence().positions().stream().map(Figures::count).toList(),
                hit.evidence().sources().stream()
                        .map(Paper::of)
                        .filter(Objects::nonNull)
                        .toList(),
                seen(hit.acknowledged()));
    }

    private @Nullable Seen seen(@Nullable Acknowledged acknowledged) {
        return acknowledged == null
                ? null
                : new Seen(
                        acknowledged.by(),
                        Figures.moment(acknowledged.at(), frame.language()),
                        acknowledged.reason(),
                        Figures.count(acknowledged.position()),
                        acknowledged.newerEvidence());
    }
}
