package org.progressledger.query.projection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.EventJson;
import org.progressledger.query.projection.Parts.Cut;
import org.progressledger.query.projection.ReadModel.Part;

/**
 * One generation of the projects' documents and their parts.
 *
 * <p>Any number may write a project at the same time, as instances do that take over from one that only seemed dead: a
 * document is replaced only by one that reflects as much or more, and only as long as it is the one that the writer has seen.
 */
record Shelf(MongoCollection<Document> projects, Parts parts) {
    private static final String VERSION = "version";
    private static final String PARTS = "parts";
    private static final List<String> SEARCHED = List.of("grams", "scopes", "nextChangeOn", "flagEdition");
    private static final int MOST_ATTEMPTS = 100;

    /** The same as members show it that are not the primary; for reading only. */
    Shelf shownBy(Members members) {
        return new Shelf(members.show(projects), parts.shownBy(members));
    }

    /** Makes the indexes that are not there. */
    void prepare() {
        SEARCHED.forEach(field -> projects.createIndex(Indexes.ascending(field)));
        projects.createIndex(Indexes.ascending(FlagIndex.HITS + ".flag", "_id"));
        ReadModel.ORDERS.forEach(field -> projects.createIndex(Indexes.ascending(field, "_id")));
        // adds up the register without reading a document
        projects.createIndex(Indexes.ascending("fiscalYear", "status", "agency", "allocated", "spent"));
        // answers what is registered of agencies without reading a document
        projects.createIndex(Indexes.ascending("agency", "agencyName", "_id"));
    }

    /** The highest position that the project's documents reflect; -1 while there are none. */
    long positionOf(String code) {
        return positionIn(projects, code);
    }

    static long positionIn(MongoCollection<Document> documents, String code) {
        Document found = documents
                .find(Filters.eq("_id", code))
                .projection(Projections.include(Folded.POSITION))
                .first();
        return found == null ? -1 : found.getLong(Folded.POSITION);
    }

    /**
     * Parts first: until the project's document names them, whoever reads is shown the answers as they were. What another
     * writer has folded further meanwhile stays.
     */
    void keep(Folded folded) {
        keep(folded, false);
    }

    /** The same, with every part written anew, also those of which the name says what should stand in them. */
    void keepAnew(Folded folded) {
        keep(folded, true);
    }

    private void keep(Folded folded, boolean anew) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Document before = projects.find(Filters.eq("_id", folded.code()))
                    .projection(Projections.include(Folded.POSITION, Folded.FOLDED_ON, VERSION, PARTS))
                    .first();
            if ((before != null && folded.isOlderThan(before)) || isWritten(folded, before, anew)) {
                return;
            }
        }
        throw new IllegalStateException("Project " + folded.code() + " changes faster than it can be written");
    }

    private boolean isWritten(Folded folded, @Nullable Document before, boolean anew) {
        Set<String> known = before == null ? Set.of() : new HashSet<>(idsIn(before));
        List<Document> added = new ArrayList<>();
        Document manifest = manifest(folded, anew ? Set.of() : known, added);
        parts.add(added);
        Document document = ProjectDocument.of(folded, manifest);
        if (!isReplaced(document, before)) {
            parts.drop(added.stream().map(part -> part.getString("_id")).toList());
            return false;
        }
        List<String> left = new ArrayList<>(known);
        left.removeAll(idsIn(document));
        parts.drop(left);
        return true;
    }

    private boolean isReplaced(Document document, @Nullable Document before) {
        if (before != null) {
            long version = before.get(VERSION, 0L);
            document.append(VERSION, version + 1);
            return projects.replaceOne(
                                    Filters.and(
                                            Filters.eq("_id", document.getString("_id")),
                                            Filters.eq(VERSION, before.get(VERSION))),
                                    document)
                            .getMatchedCount()
                    == 1;
        }
        try {
            projects.insertOne(document.append(VERSION, 1L));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    private Document manifest(Folded folded, Set<String> known, List<Document> added) {
        Document manifest = new Document();
        for (Part part : Part.values()) {
            Cut cut = parts.cut(folded.code() + "/" + part.stem, answer(folded, part), known);
            manifest.append(part.stem, cut.ids());
            added.addAll(cut.added());
        }
        return manifest;
    }

    private static List<String> idsIn(Document project) {
        Document manifest = project.get(PARTS, Document.class);
        return Arrays.stream(Part.values())
                .flatMap(part -> part.idsIn(manifest).stream())
                .toList();
    }

    /** Many projects, which are probably not kept yet, in few round trips. */
    void keepAll(List<Folded> all) {
        Set<String> there = new HashSet<>();
        projects.find(Filters.in("_id", all.stream().map(Folded::code).toList()))
                .projection(Projections.include("_id"))
                .forEach(found -> there.add(found.getString("_id")));
        List<Folded> fresh =
                all.stream().filter(folded -> !there.contains(folded.code())).toList();
        List<Folded> again = new ArrayList<>(
                all.stream().filter(folded -> there.contains(folded.code())).toList());
        again.addAll(refused(fresh));
        again.forEach(this::keep);
    }

    /** Those that somebody else wrote meanwhile. */
    private List<Folded> refused(List<Folded> fresh) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<Document> added = new ArrayList<>();
        List<Document> documents = new ArrayList<>();
        for (Folded folded : fresh) {
            documents.add(ProjectDocument.of(folded, manifest(folded, Set.of(), added))
                    .append(VERSION, 1L));
        }
        parts.add(added);
        try {
            projects.insertMany(documents, new InsertManyOptions().ordered(false));
            return List.of();
        } catch (MongoBulkWriteException some) {
            List<Folded> refused = new ArrayList<>();
            for (BulkWriteError error : some.getWriteErrors()) {
                if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw some;
                }
                refused.add(fresh.get(error.getIndex()));
                parts.drop(idsIn(documents.get(error.getIndex())));
            }
            return refused;
        }
    }

    /** Takes over a project's document and parts as they are. */
    void takeOver(Shelf other, String code) {
        Document found = other.projects.find(Filters.eq("_id", code)).first();
        if (found != null) {
            parts.takeOver(other.parts, idsIn(found));
            copy(other.projects, projects, code);
        }
    }

    static void copy(MongoCollection<Document> from, MongoCollection<Document> to, String code) {
        Document found = from.find(Filters.eq("_id", code)).first();
        if (found != null) {
            to.replaceOne(Filters.eq("_id", code), found, new ReplaceOptions().upsert(true));
        }
    }

    /** Digests of the parts that projects' documents name: by code, and by the answer's name. */
    Map<String, Map<String, String>> parts(List<Document> projects) {
        Map<String, String> bodies = parts.bodies(
                projects.stream().flatMap(found -> idsIn(found).stream()).toList());
        Map<String, Map<String, String>> digests = new HashMap<>();
        for (Document found : projects) {
            Document manifest = found.get(PARTS, Document.class);
            String code = found.getString("_id");
            Map<String, String> ofProject = new HashMap<>();
            for (Part part : Part.values()) {
                String answer = part.idsIn(manifest).stream()
                        .map(id -> bodies.getOrDefault(id, ""))
                        .collect(Collectors.joining());
                ofProject.put(name(code, part), Contents.digest(answer));
            }
            digests.put(code, ofProject);
        }
        return digests;
    }

    private static String name(String code, Part part) {
        return Shelves.PROJECTS + "/" + code + "/" + part.stem;
    }

    /** What {@link #keep} would write, in digests by name. */
    static Map<String, String> digests(Folded folded) {
        Map<String, String> digests = new HashMap<>();
        for (Part part : Part.values()) {
            digests.put(name(folded.code(), part), Contents.digest(answer(folded, part)));
        }
        digests.put(
                Shelves.PROJECTS + "/" + folded.code(), Contents.digest(ProjectDocument.of(folded, new Document())));
        return digests;
    }

    /** As it is kept. */
    private static String answer(Folded folded, Part part) {
        Folding folding = folded.folding();
        return switch (part) {
            case PROJECT -> ProjectText.kept(folding.project());
            case REPORTS -> json(folding.reports());
            case TIMELINE -> json(folding.timeline());
            case PERCENT_CHANGES -> json(folding.percentChanges());
            case FLAGS -> json(Objects.requireNonNullElse(folding.project().flags(), List.of()));
        };
    }

    private static String json(List<?> answer) {
        return EventJson.mapper().writeValueAsString(answer);
    }
}
