package org.progressledger.query.flags;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.EventJson;
import org.progressledger.events.Fact;
import org.progressledger.events.FlagAcknowledged;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.Sha256;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.FlagView.Acknowledged;
import org.progressledger.query.projection.FlagView.Evidence;
import org.progressledger.query.projection.Flagging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** All rules over one project, and what was acknowledged of their hits. */
@Component
class AuditFlags implements Flagging {
    /** Raised when a hit is shown otherwise, though the rules are the same. */
    private static final int SHAPE = 2;

    private final Map<AuditFlag, FlagRule> rules;
    private final String edition;

    @Autowired
    AuditFlags(FlagSettings settings) {
        this(FlagRules.all(settings), settings.thresholds());
    }

    AuditFlags(Map<AuditFlag, FlagRule> rules, String thresholds) {
        this.rules = new EnumMap<>(rules);
        String versions = this.rules.entrySet().stream()
                .map(rule -> rule.getKey() + "=" + rule.getValue().version())
                .collect(Collectors.joining(",", SHAPE + ":", ";" + thresholds));
        this.edition = Sha256.ofBytes(versions.getBytes(StandardCharsets.UTF_8)).hex();
    }

    @Override
    public String edition() {
        return edition;
    }

    @Override
    public List<FlagView> hits(Project project, ProjectHistory history, LocalDate day) {
        Map<String, Fact> acknowledgements = acknowledgements(history);
        List<FlagView> hits = new ArrayList<>();
        rules.forEach((flag, rule) -> rule.hits(project, day)
                .forEach(hit -> hits.add(view(flag, rule.version(), hit, project, acknowledgements))));
        return hits;
    }

    @Override
    public Optional<LocalDate> nextChangeAfter(LocalDate day, ProjectHistory history) {
        return history.on(day)
                .flatMap(project -> rules.values().stream()
                        .flatMap(rule -> rule.nextChangeAfter(project, day).stream())
                        .min(LocalDate::compareTo));
    }

    /**
     * By the hit's id, the first one. Whatever day is asked for, all that are recorded: they say something about the hit, not
     * about the world on that day.
     */
    private static Map<String, Fact> acknowledgements(ProjectHistory history) {
        Map<String, Fact> byId = new HashMap<>();
        for (Fact fact : history.facts()) {
            if (fact.event() instanceof FlagAcknowledged acknowledged) {
                byId.putIfAbsent(acknowledged.flagId(), fact);
            }
        }
        return byId;
    }

    private static FlagView view(
            AuditFlag flag, int version, Hit hit, Project project, Map<String, Fact> acknowledgements) {
        String id = flag.stem() + hit.about();
        Evidence evidence = Evidence.of(hit.evidence());
        return new FlagView(
                id,
                flag,
                hit.severity(),
                project.code().text(),
                project.details().name(),
                hit.reportNo(),
                hit.text(),
                EventJson.mapper().valueToTree(hit.values().byName()),
                evidence,
                version,
                acknowledged(acknowledgements.get(id), evidence));
    }

    private static @Nullable Acknowledged acknowledged(@Nullable Fact fact, Evidence evidence) {
        return fact == null
                ? null
                : new Acknowledged(
                        fact.recorded().provenance().actor(),
                        fact.recorded().recordedAt(),
                        fact.recorded().provenance().reason(),
                        fact.position(),
                        evidence.positions().stream().anyMatch(position -> position > fact.position()));
    }
}
