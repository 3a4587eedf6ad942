package org.progressledger.query.appeals;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.ProjectCode;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.FoldingBound;
import org.progressledger.query.projection.KeptAcross;
import org.progressledger.query.projection.Memory;
import org.progressledger.query.projection.Remembered;
import org.springframework.stereotype.Component;

/**
 * Finds appeals across projects: today's in memory, of which only those on a page are read; those of another day are
 * computed, of a bounded number of projects.
 */
@Component
class AppealQueue {
    // a project that is shown may be kept anew between finding and reading it, hardly so each time
    private static final int MOST_TRIES = 3;

    private final AppealsKept kept;
    private final KeptAcross across;
    private final Remembered<QueuedProject, List<QueuedProject>> projects;
    private final ProjectArchive archive;
    private final Agencies agencies;
    private final FoldingBound bound;

    AppealQueue(
            AppealsKept kept,
            KeptAcross across,
            Memory memory,
            ProjectArchive archive,
            Agencies agencies,
            FoldingBound bound) {
        this.kept = kept;
        this.across = across;
        this.projects = memory.of(kept, QueuedProject.FIELDS, QueuedProject::of, List::copyOf);
        this.archive = archive;
        this.agencies = agencies;
        this.bound = bound;
    }

    /** A page, and how many there are. */
    record Found(List<AgedAppeal> appeals, long total) {}

    Found today(AppealQuestion question, LocalDate today, Asker asker, int skip, int limit) {
        List<QueuedProject> all = projects.all();
        for (int tries = 1; ; tries++) {
            List<QueuedAppeal> found = found(all, question, agencies.register(), asker);
            List<QueuedAppeal> page = found.stream().skip(skip).limit(limit).toList();
            List<AppealItem> items = items(page);
            if (items.size() == page.size() || tries == MOST_TRIES) {
                return new Found(
                        named(items.stream()
                                .map(item -> AgedAppeal.of(item, today))
                                .toList()),
                        found.size());
            }
            all = projects.anew();
        }
    }

    /** Today's that are asked for and that the asker may see, in order. */
    static List<QueuedAppeal> found(
            List<QueuedProject> all, AppealQuestion question, AgencyRegister agencies, Asker asker) {
        return question.ordered(visible(all, question, agencies, asker).flatMap(project -> project.appeals().stream()));
    }

    private static Stream<QueuedProject> visible(
            List<QueuedProject> all, AppealQuestion question, AgencyRegister agencies, Asker asker) {
        return all.stream()
                .filter(project -> asker.role() != Role.OFFICER || asker.sees(project.code()))
                .filter(question.projects(agencies));
    }

    /** What is shown of those whose projects were not kept anew since. */
    private List<AppealItem> items(List<QueuedAppeal> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        Map<String, Document> documents = new HashMap<>();
        across.documents(kept)
                .find(Filters.in(
                        "_id",
                        page.stream().map(QueuedAppeal::projectCode).distinct().toList()))
                .projection(Projections.include(KeptAcross.KEPT_AT, AppealsKept.BODIES))
                .forEach(document -> documents.put(document.getString("_id"), document));
        return page.stream()
                .flatMap(appeal -> AppealsKept.body(documents.get(appeal.projectCode()), appeal).stream())
                .toList();
    }

    /** @throws ProblemException if more projects would have to be folded than the setting allows */
    Found on(LocalDate day, AppealQuestion question, Asker asker, int skip, int limit) {
        List<QueuedProject> asked =
                visible(projects.all(), question, agencies.register(), asker).toList();
        bound.check(asked.size());
        List<AgedAppeal> found = question
                .ordered(asked.stream()
                        .flatMap(project -> archive.history(ProjectCode.of(project.code())).on(day).stream())
                        .flatMap(project -> AppealCase.allOf(project).stream())
                        .map(AppealItem::of))
                .stream()
                .map(item -> AgedAppeal.of(item, day))
                .toList();
        return new Found(named(found.stream().skip(skip).limit(limit).toList()), found.size());
    }

    private List<AgedAppeal> named(List<AgedAppeal> page) {
        AgencyRegister register = agencies.knowing(
                page.stream().map(aged -> aged.appeal().agency().code()).collect(Collectors.toSet()));
        return page.stream().map(aged -> aged.named(register)).toList();
    }
}
