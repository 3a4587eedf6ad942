package org.progressledger.command.project;

import static org.progressledger.command.project.Decision.accept;
import static org.progressledger.command.project.Decision.refuse;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.progressledger.command.project.ProjectCommand.AcknowledgeFlag;
import org.progressledger.events.Fact;
import org.progressledger.events.FlagAcknowledged;
import org.progressledger.events.Project;

/**
 * The rule by which an auditor says to have seen a hit of an audit flag. Which hits there are is not known here: they are
 * answers, computed from what is recorded. What the id speaks of must be there all the same.
 */
final class Acknowledgements {
    private static final Pattern OF_REPORT = Pattern.compile("-r([0-9]+)(?:v[0-9]+)?$");
    private static final Pattern OF_EVENT = Pattern.compile("-e([0-9]+)$");

    private Acknowledgements() {}

    static Decision acknowledge(AcknowledgeFlag acknowledge, Project project) {
        String id = acknowledge.flagId();
        Matcher report = OF_REPORT.matcher(id);
        if (report.find() && !project.reports().containsKey(Integer.valueOf(report.group(1)))) {
            return refuse(Refusal.REPORT_NOT_FOUND, Map.of("reportNo", Integer.valueOf(report.group(1))));
        }
        Matcher event = OF_EVENT.matcher(id);
        if (event.find() && Long.parseLong(event.group(1)) >= project.version()) {
            return refuse(Refusal.FACT_NOT_FOUND, Map.of("sequence", Long.valueOf(event.group(1))));
        }
        Optional<Fact> before = project.acknowledgements().stream()
                .filter(fact -> fact.event() instanceof FlagAcknowledged acknowledged
                        && acknowledged.flagId().equals(id))
                .findFirst();
        return before.map(fact -> refuse(
                        Refusal.ALREADY_ACKNOWLEDGED,
                        Map.of(
                                "id", id,
                                "on", fact.recorded().recordedOn(),
                                "by", fact.recorded().provenance().actor())))
                .orElseGet(() -> accept(
                        new FlagAcknowledged(
                                acknowledge.project(), id, acknowledge.flag().name()),
                        acknowledge.reason()));
    }
}
