package org.progressledger.query.projection;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.progressledger.events.EventJson;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.projection.AsKept.Form;
import org.progressledger.query.projection.ReportViews.PercentChangeView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.TimelineEntry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JavaType;

/**
 * What is kept of each project for answering: one document to find and show it, and its lists in parts of bounded size,
 * all fetched whole by {@code _id}. Everything here can be thrown away and made again from the ledger.
 */
@Component
public class ReadModel {
    private static final JavaType PROJECT = EventJson.mapper().constructType(ProjectView.class);

    /** The project as an object. */
    public static final Form<ProjectView> VIEW = (code, json) -> Parts.read(json, PROJECT);

    /** The project as the text that is answered. */
    public static final Form<ProjectText> TEXT = ProjectText::new;

    // a list that is replaced while it is read is read again
    private static final int MOST_ATTEMPTS = 5;

    private final Shelves shelves;

    ReadModel(Shelves shelves) {
        this.shelves = shelves;
    }

    /** Fields by which the register can be put in order, beside the code. */
    public static final List<String> ORDERS =
            List.of("nameKey", "percent", "reportedOn", "status", "fiscalYear", "agency", "allocated", "spent");

    /** The answers that are kept of a project. */
    enum Part {
        PROJECT("project"),
        REPORTS("reports"),
        TIMELINE("timeline"),
        PERCENT_CHANGES("percent-changes"),
        FLAGS("flags");

        final String stem;

        Part(String stem) {
            this.stem = stem;
        }

        /** None where an earlier release folded the project last, which had no such part. */
        List<String> idsIn(Document manifest) {
            return manifest.getList(stem, String.class, List.of());
        }
    }

    /** The highest position that the project's documents reflect; -1 while there are none. */
    long positionOf(ProjectCode code) {
        return shelves.live().positionOf(code.text());
    }

    /** The same of several; those of which nothing is kept are left out. */
    Map<String, Long> positionsOf(Collection<String> codes) {
        Map<String, Long> positions = new HashMap<>();
        projects()
                .find(Filters.in("_id", codes))
                .projection(Projections.include(Folded.POSITION))
                .forEach(found -> positions.put(found.getString("_id"), found.getLong(Folded.POSITION)));
        return positions;
    }

    private static Optional<Document> manifest(Shelf shelf, String code) {
        return Optional.ofNullable(shelf.projects()
                        .find(Filters.eq("_id", code))
                        .projection(Projections.include("parts"))
                        .first())
                .map(found -> found.get("parts", Document.class));
    }

    /** The scopes that an officer may have who sees the project. */
    static List<String> scopes(String projectCode) {
        return IntStream.rangeClosed(4, 8)
                .mapToObj(digits -> projectCode.substring(0, digits))
                .toList();
    }

    /** In what the words of a question are looked for. */
    public static String searched(String name, String projectCode, String agencyName) {
        return ThaiText.folded(name + " " + projectCode + " " + agencyName);
    }

    /** By what the register is put in order of names. */
    public static String nameKey(String name) {
        return ThaiText.sortKey(ThaiText.folded(name));
    }

    /** The project as it was folded last; persons sealed. */
    public Optional<ProjectView> project(ProjectCode code) {
        return project(code, VIEW);
    }

    /** The same in that form. */
    public <P> Optional<P> project(ProjectCode code, Form<P> form) {
        return text(code, Part.PROJECT).map(json -> form.of(code.text(), json));
    }

    /** By true number; empty for a project that is not there. */
    public Optional<List<ReportView>> reports(ProjectCode code) {
        return list(code, Part.REPORTS, ReportView.class);
    }

    /** In order of position; empty for a project that is not there. */
    public Optional<List<TimelineEntry>> timeline(ProjectCode code) {
        return list(code, Part.TIMELINE, TimelineEntry.class);
    }

    /** In order of position; empty for a project that is not there. */
    public Optional<List<PercentChangeView>> percentChanges(ProjectCode code) {
        return list(code, Part.PERCENT_CHANGES, PercentChangeView.class);
    }

    private <T> Optional<List<T>> list(ProjectCode code, Part part, Class<T> type) {
        JavaType list = EventJson.mapper().getTypeFactory().constructCollectionType(List.class, type);
        return text(code, part).map(json -> Parts.read(json, list));
    }

    private Optional<String> text(ProjectCode code, Part part) {
        return text(shelves.shown(), code, part);
    }

    private static Optional<String> text(Shelf shelf, ProjectCode code, Part part) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Document> manifest = manifest(shelf, code.text());
            if (manifest.isEmpty()) {
                return Optional.empty();
            }
            List<String> ids = part.idsIn(manifest.get());
            if (ids.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> answer = Parts.text(ids, shelf.parts().bodies(ids));
            if (answer.isPresent()) {
                return answer;
            }
        }
        throw new IllegalStateException("The " + part.stem + " of " + code + " changes faster than it can be read");
    }

    /** A page of the register; filter and order by its indexed fields. */
    public <P> List<P> find(Form<P> form, Bson filter, Bson sort, int skip, int limit) {
        List<P> page = new ArrayList<>();
        found(shelves.shown(), filter, sort, skip, limit).forEach((code, json) -> page.add(form.of(code, json)));
        return page;
    }

    /** These projects, in that order; those that are not there are left out. */
    public <P> List<P> inOrder(Form<P> form, List<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        Map<String, String> found = inAnyOrder(shelves.shown(), codes);
        if (found.size() < codes.size() && StaleReads.here().isPresent()) {
            // registered since
            found.putAll(inAnyOrder(
                    shelves.live(),
                    codes.stream().filter(code -> !found.containsKey(code)).toList()));
        }
        return codes.stream()
                .filter(found::containsKey)
                .map(code -> form.of(code, requireNonNull(found.get(code))))
                .toList();
    }

    private Map<String, String> inAnyOrder(Shelf shelf, List<String> codes) {
        return found(shelf, Filters.in("_id", codes), Sorts.ascending("_id"), 0, codes.size());
    }

    /** Their JSON by code, in the order asked for. */
    private Map<String, String> found(Shelf shelf, Bson filter, Bson sort, int skip, int limit) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        shelf.projects()
                .find(filter)
                .projection(Projections.include("parts." + Part.PROJECT.stem))
                .sort(sort)
                .skip(skip)
                .limit(limit)
                .forEach(document -> found.put(
                        document.getString("_id"), Part.PROJECT.idsIn(document.get("parts", Document.class))));
        Map<String, String> bodies = shelf.parts()
                .bodies(found.values().stream().flatMap(List::stream).toList());
        Map<String, String> page = new LinkedHashMap<>();
        found.forEach((code, ids) -> Parts.text(ids, bodies)
                // replaced since the page was found: the newer one
                .or(() -> text(shelf, ProjectCode.of(code), Part.PROJECT))
                .ifPresent(json -> page.put(code, json)));
        return page;
    }

    /** The hits of several projects, by code. */
    public Map<String, List<FlagView>> flags(Collection<String> codes) {
        Map<String, List<String>> ids = new HashMap<>();
        Shelf shelf = shelves.shown();
        shelf.projects()
                .find(Filters.in("_id", codes))
                .projection(Projections.include("parts." + Part.FLAGS.stem))
                .forEach(
                        found -> ids.put(found.getString("_id"), Part.FLAGS.idsIn(found.get("parts", Document.class))));
        Map<String, String> bodies =
                shelf.parts().bodies(ids.values().stream().flatMap(List::stream).toList());
        JavaType type = EventJson.mapper().getTypeFactory().constructCollectionType(List.class, FlagView.class);
        Map<String, List<FlagView>> flags = new HashMap<>();
        ids.forEach((code, of) -> flags.put(
                code,
                of.isEmpty()
                        ? List.of()
                        : Parts.<List<FlagView>>read(of, bodies, type)
                                // replaced since: the newer one
                                .or(() -> flags(ProjectCode.of(code)))
                                .orElse(List.of())));
        return flags;
    }

    /** Every document that the filter leaves, only these fields. */
    public List<Document> fields(Bson filter, List<String> fields) {
        return projects().find(filter).projection(Projections.include(fields)).into(new ArrayList<>());
    }

    /** How projects spell the names of their agencies, counted. */
    public List<RegisteredName> registeredNames() {
        Document alike = new Document("agency", "$agency").append("agencyName", "$agencyName");
        return projects()
                .aggregate(List.of(
                        Aggregates.match(Filters.gte("agency", "")),
                        Aggregates.group(
                                alike, Accumulators.sum("projects", 1L), Accumulators.min("firstProject", "$_id"))))
                .map(ReadModel::registeredName)
                .into(new ArrayList<>());
    }

    private static RegisteredName registeredName(Document counted) {
        Document alike = counted.get("_id", Document.class);
        return new RegisteredName(
                alike.getString("agency"),
                alike.getString("agencyName"),
                counted.get("projects", Number.class).longValue(),
                counted.getString("firstProject"));
    }

    public long count(Bson filter) {
        return projects().countDocuments(filter);
    }

    /** The codes of projects that the filter leaves, in order. */
    public List<ProjectCode> codes(Bson filter) {
        return codes(filter, Sorts.ascending("_id"));
    }

    /** The same, in an order by indexed fields. */
    public List<ProjectCode> codes(Bson filter, Bson sort) {
        List<ProjectCode> codes = new ArrayList<>();
        projects()
                .find(filter)
                .projection(Projections.include("_id"))
                .sort(sort)
                .forEach(found -> codes.add(ProjectCode.of(found.getString("_id"))));
        return codes;
    }

    /** Projects of which something changes with that day or changed before, or that were folded by other rules of flags. */
    List<ProjectCode> dueOn(LocalDate today, String flagEdition) {
        Bson dayHasCome = Filters.and(Filters.gt("nextChangeOn", ""), Filters.lte("nextChangeOn", today.toString()));
        return codes(Filters.or(dayHasCome, Filters.ne("flagEdition", flagEdition)));
    }

    /** The hits of audit flags on the day on which the project was folded last; empty for a project that is not there. */
    public Optional<List<FlagView>> flags(ProjectCode code) {
        return list(code, Part.FLAGS, FlagView.class);
    }

    /** What answers are read of; of members that are not the primary where an answer may be old. */
    Shelf shown() {
        return shelves.shown();
    }

    MongoCollection<Document> projects() {
        return shelves.live().projects();
    }

    Parts parts() {
        return shelves.live().parts();
    }
}
