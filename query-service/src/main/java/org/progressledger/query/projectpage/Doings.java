package org.progressledger.query.projectpage;

import static org.progressledger.events.ProjectStatus.ACTIVE;
import static org.progressledger.events.ProjectStatus.CANCELLED;
import static org.progressledger.events.ProjectStatus.COMPLETED;
import static org.progressledger.events.ProjectStatus.PAUSED;

import java.util.List;
import java.util.Set;
import org.progressledger.access.Asker;
import org.progressledger.access.EndpointRules;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.projection.ProjectView;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** What somebody can do with a project as it stands: a menu. Whether it is done is said by the command service. */
@Component
class Doings {
    private static final Set<ProjectStatus> GOING_ON = Set.of(ACTIVE, PAUSED);
    private static final Set<ProjectStatus> ANY = Set.of(ACTIVE, PAUSED, COMPLETED, CANCELLED);
    private static final String CORRECTION = "/reports/1/correction";
    private static final String RETURN = "/reports/1/return";

    /** Page, words, and the statuses in which it makes sense, in the order of the menu. */
    private static final List<Entry> ENTRIES = List.of(
            new Entry("/report", "doing.report", GOING_ON),
            new Entry("/activities", "doing.activities", ANY),
            new Entry("/letters", "doing.letters", ANY),
            new Entry("/pause", "doing.pause", Set.of(ACTIVE)),
            new Entry("/resumption", "doing.resumption", Set.of(PAUSED)),
            new Entry("/amendments", "doing.amendments", ANY),
            new Entry("/appeals/new", "doing.appeal", ANY),
            new Entry("/completion", "doing.completion", GOING_ON));

    private record Entry(String page, String words, Set<ProjectStatus> when) {}

    /** Something to do, and where. */
    record Doing(String address, String words) {}

    private final EndpointRules rules;

    Doings(EndpointRules rules) {
        this.rules = rules;
    }

    /** The menu of an asker; empty for whoever only reads. */
    List<Doing> of(Asker asker, ProjectView project, Frame frame) {
        String at = "/projects/" + project.projectCode();
        return ENTRIES.stream()
                .filter(entry -> entry.when().contains(project.status()) && opens(asker, project, at + entry.page()))
                .map(entry -> new Doing(at + entry.page(), frame.say(entry.words())))
                .toList();
    }

    /** Whether reports have a link to their correction. */
    boolean corrects(Asker asker, ProjectView project) {
        return opens(asker, project, "/projects/" + project.projectCode() + CORRECTION);
    }

    /** Whether the latest report has a link to its return. */
    boolean returns(Asker asker, ProjectView project) {
        return GOING_ON.contains(project.status())
                && opens(asker, project, "/projects/" + project.projectCode() + RETURN);
    }

    private boolean opens(Asker asker, ProjectView project, String page) {
        return asker.mayActFor(project.projectCode())
                && rules.decidingRow(HttpMethod.GET, page)
                        .filter(row -> row.roles().contains(asker.role()))
                        .isPresent();
    }
}
