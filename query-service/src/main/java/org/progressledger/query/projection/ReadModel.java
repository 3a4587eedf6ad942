package org.progressledger.query.projection;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.EventJson;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.projection.Views.PercentChangeView;
import org.progressledger.query.projection.Views.ReportView;
import org.progressledger.query.projection.Views.TimelineEntry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JavaType;

/**
 * What is kept of each project for answering: one document to find and show it, and its lists in parts of bounded size,
 * all fetched whole by {@code _id}. Everything here can be thrown away and made again from the ledger.
 */
@Component
public class ReadModel {
    // the number is the revision of what is kept: a changed projection writes new collections beside the old ones
    private static final String PROJECTS = "query_projects_v1";
    private static final String PARTS = "query_project_parts_v1";

    private final MongoCollection<Document> projects;
    private final MongoCollection<Document> parts;
    private final QuerySettings settings;

    ReadModel(MongoDatabase database, QuerySettings settings) {
        this.projects = durable(database.getCollection(PROJECTS));
        this.parts = durable(database.getCollection(PARTS));
        this.settings = settings;
        for (String field : List.of("grams", "scopes", "agency", "status", "fiscalYear", "nameKey", "nextChangeOn")) {
            projects.createIndex(Indexes.ascending(field));
        }
    }

    private static MongoCollection<Document> durable(MongoCollection<Document> collection) {
        return collection.withWriteConcern(WriteConcern.MAJORITY).withReadConcern(ReadConcern.LOCAL);
    }

    /** The lists that a project's answers are cut from. */
    enum Part {
        REPORTS("reports"),
        TIMELINE("timeline"),
        PERCENT_CHANGES("percent-changes");

        private final String stem;

        Part(String stem) {
            this.stem = stem;
        }
    }

    /** The highest position that the project's documents reflect; -1 while there are none. */
    long positionOf(ProjectCode code) {
        Document found = projects.find(Filters.eq("_id", code.text()))
                .projection(Projections.include("position"))
                .first();
        return found == null ? -1 : found.getLong("position");
    }

    /** Parts first, so that whoever reads the project's document finds at least what it speaks of. */
    void keep(Folding folding, LocalDate today, @Nullable LocalDate nextChangeOn) {
        String code = folding.project().projectCode();
        int reports = keep(code, Part.REPORTS, folding.reports(), settings.reportsPerPart());
        int entries = keep(code, Part.TIMELINE, folding.timeline(), settings.entriesPerPart());
        int changes = keep(code, Part.PERCENT_CHANGES, folding.percentChanges(), settings.entriesPerPart());
        Document document = document(folding.project())
                .append("foldedOn", today.toString())
                .append("nextChangeOn", nextChangeOn == null ? "" : nextChangeOn.toString())
                .append(
                        "parts",
                        new Document(Part.REPORTS.stem, reports)
                                .append(Part.TIMELINE.stem, entries)
                                .append(Part.PERCENT_CHANGES.stem, changes));
        projects.replaceOne(Filters.eq("_id", code), document, new ReplaceOptions().upsert(true));
    }

    private int keep(String code, Part part, List<?> items, int perPart) {
        int count = 0;
        for (int from = 0; from < items.size(); from += perPart) {
            List<?> some = items.subList(from, Math.min(items.size(), from + perPart));
            String id = partId(code, part, count++);
            parts.replaceOne(
                    Filters.eq("_id", id),
                    new Document("_id", id).append("body", EventJson.mapper().writeValueAsString(some)),
                    new ReplaceOptions().upsert(true));
        }
        return count;
    }

    private static String partId(String code, Part part, int number) {
        return code + "/" + part.stem + "/" + number;
    }

    private static Document document(ProjectView project) {
        String searched = ThaiText.folded(project.name() + " " + project.projectCode() + " "
                + project.agency().name());
        List<String> scopes = new ArrayList<>();
        for (int digits = 4; digits <= 8; digits++) {
            scopes.add(project.projectCode().substring(0, digits));
        }
        return new Document("_id", project.projectCode())
                .append("position", project.ledgerPosition())
                .append("nameKey", ThaiText.sortKey(project.name()))
                .append("agency", project.agency().code())
                .append("agencyName", project.agency().name())
                .append("status", project.status().name())
                .append("fiscalYear", project.fiscalYear())
                .append("percent", project.percent().movePointRight(2).intValueExact())
                .append(
                        "reportedOn",
                        project.latestReport() == null
                                ? ""
                                : project.latestReport().reportedOn().toString())
                .append(
                        "allocated",
                        project.budget().allocated().movePointRight(2).longValueExact())
                .append(
                        "spent",
                        project.budget().spent() == null
                                ? null
                                : project.budget().spent().movePointRight(2).longValueExact())
                .append("scopes", scopes)
                .append("searched", searched)
                .append("grams", new ArrayList<>(ThaiText.trigrams(searched)))
                .append("body", EventJson.mapper().writeValueAsString(project));
    }

    /** The project as it was folded last; persons sealed. */
    public Optional<ProjectView> project(ProjectCode code) {
        return Optional.ofNullable(projects.find(Filters.eq("_id", code.text())).first())
                .map(ReadModel::viewOf);
    }

    /** The view inside a document of {@link #find}. */
    public static ProjectView viewOf(Document document) {
        return EventJson.mapper().readValue(document.getString("body"), ProjectView.class);
    }

    public List<ReportView> reports(ProjectCode code) {
        return parts(code, Part.REPORTS, ReportView.class);
    }

    public List<TimelineEntry> timeline(ProjectCode code) {
        return parts(code, Part.TIMELINE, TimelineEntry.class);
    }

    public List<PercentChangeView> percentChanges(ProjectCode code) {
        return parts(code, Part.PERCENT_CHANGES, PercentChangeView.class);
    }

    private <T> List<T> parts(ProjectCode code, Part part, Class<T> type) {
        Document manifest = projects.find(Filters.eq("_id", code.text()))
                .projection(Projections.include("parts"))
                .first();
        if (manifest == null) {
            return List.of();
        }
        int count = manifest.get("parts", Document.class).getInteger(part.stem);
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            ids.add(partId(code.text(), part, number));
        }
        Map<String, String> bodies = new HashMap<>();
        for (Document found : parts.find(Filters.in("_id", ids))) {
            bodies.put(found.getString("_id"), found.getString("body"));
        }
        JavaType list = EventJson.mapper().getTypeFactory().constructCollectionType(List.class, type);
        List<T> items = new ArrayList<>();
        for (String id : ids) {
            String body = bodies.get(id);
            if (body == null) {
                throw new IllegalStateException("The read model lacks " + id);
            }
            items.addAll(EventJson.mapper().readValue(body, list));
        }
        return items;
    }

    /** Documents of the register: filter by their indexed fields. */
    public List<Document> find(Bson filter, Bson sort, int skip, int limit) {
        return projects.find(filter).sort(sort).skip(skip).limit(limit).into(new ArrayList<>());
    }

    /** The same without an order, only these fields. */
    public List<Document> fields(Bson filter, List<String> fields) {
        return projects.find(filter).projection(Projections.include(fields)).into(new ArrayList<>());
    }

    public long count(Bson filter) {
        return projects.countDocuments(filter);
    }

    /** Projects in which a fact begins to count on that day or began before. */
    List<ProjectCode> dueOn(LocalDate today) {
        List<ProjectCode> due = new ArrayList<>();
        Bson filter = Filters.and(Filters.gt("nextChangeOn", ""), Filters.lte("nextChangeOn", today.toString()));
        for (Document found : projects.find(filter).projection(Projections.include("_id"))) {
            due.add(ProjectCode.of(found.getString("_id")));
        }
        return due;
    }
}
