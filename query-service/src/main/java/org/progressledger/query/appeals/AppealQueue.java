package org.progressledger.query.appeals;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.ProjectCode;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.FoldingBound;
import org.progressledger.query.projection.KeptAcross;
import org.springframework.stereotype.Component;

/** Finds appeals across projects: today's are kept, those of another day are computed, of a bounded number of projects. */
@Component
class AppealQueue {
    private static final String EACH = AppealsKept.APPEALS + ".";

    private final AppealsKept kept;
    private final KeptAcross across;
    private final ProjectArchive archive;
    private final Agencies agencies;
    private final FoldingBound bound;

    AppealQueue(AppealsKept kept, KeptAcross across, ProjectArchive archive, Agencies agencies, FoldingBound bound) {
        this.kept = kept;
        this.across = across;
        this.archive = archive;
        this.agencies = agencies;
        this.bound = bound;
    }

    /** A page, and how many there are. */
    record Found(List<AgedAppeal> appeals, long total) {}

    Found today(AppealQuestion question, LocalDate today, Asker asker, int skip, int limit) {
        MongoCollection<Document> documents = across.documents(kept);
        List<Bson> stages = stages(question, asker);
        List<Bson> counting = new ArrayList<>(stages);
        counting.add(Aggregates.group(null, Accumulators.sum("appeals", 1L)));
        Document counted = documents.aggregate(counting).first();
        boolean descending = question.order().descending(question.turned());
        String key = EACH + question.order().field();
        stages.add(Aggregates.sort(Sorts.orderBy(
                descending ? Sorts.descending(key) : Sorts.ascending(key),
                Sorts.ascending("_id", EACH + AppealsKept.PLACE))));
        stages.add(Aggregates.skip(skip));
        stages.add(Aggregates.limit(limit));
        stages.add(Aggregates.project(Projections.include(EACH + AppealsKept.BODY)));
        List<AgedAppeal> page = new ArrayList<>();
        for (Document found : documents.aggregate(stages)) {
            page.add(AgedAppeal.of(AppealsKept.item(found.get(AppealsKept.APPEALS, Document.class)), today));
        }
        return new Found(
                named(page),
                counted == null ? 0 : counted.get("appeals", Number.class).longValue());
    }

    private List<Bson> stages(AppealQuestion question, Asker asker) {
        List<Bson> ofAppeals = question.appeals(EACH);
        List<Bson> projects = projects(question, asker);
        // an index leads to the projects; one of their appeals must hold all of it
        projects.addAll(ofAppeals);
        List<Bson> stages = new ArrayList<>();
        stages.add(Aggregates.match(Filters.and(projects)));
        stages.add(Aggregates.project(Projections.include(AppealsKept.APPEALS)));
        stages.add(Aggregates.unwind("$" + AppealsKept.APPEALS));
        if (!ofAppeals.isEmpty()) {
            stages.add(Aggregates.match(Filters.and(ofAppeals)));
        }
        return stages;
    }

    private List<Bson> projects(AppealQuestion question, Asker asker) {
        List<Bson> projects = new ArrayList<>();
        projects.add(Filters.eq(AppealsKept.EVER, true));
        projects.addAll(question.projects(agencies.register()));
        if (asker.role() == Role.OFFICER) {
            projects.add(Filters.in(KeptAcross.SCOPES, asker.scope()));
        }
        return projects;
    }

    /** @throws ProblemException if more projects would have to be folded than the setting allows */
    Found on(LocalDate day, AppealQuestion question, Asker asker, int skip, int limit) {
        MongoCollection<Document> documents = across.documents(kept);
        Bson filter = Filters.and(projects(question, asker));
        bound.check(documents.countDocuments(filter));
        List<String> codes = new ArrayList<>();
        documents
                .find(filter)
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id"))
                .forEach(found -> codes.add(found.getString("_id")));
        List<AppealItem> items = codes.stream()
                .flatMap(code -> archive.history(ProjectCode.of(code)).on(day).stream())
                .flatMap(project -> AppealCase.allOf(project).stream())
                .map(AppealItem::of)
                .toList();
        List<AgedAppeal> found = question.ordered(items, day);
        return new Found(named(found.stream().skip(skip).limit(limit).toList()), found.size());
    }

    private List<AgedAppeal> named(List<AgedAppeal> page) {
        AgencyRegister register = agencies.knowing(
                page.stream().map(aged -> aged.appeal().agency().code()).collect(Collectors.toSet()));
        return page.stream().map(aged -> aged.named(register)).toList();
    }
}
