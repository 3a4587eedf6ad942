package org.progressledger.query.projection;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.progressledger.events.EventJson;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.projection.ReadModel.Part;
import org.progressledger.query.projection.ReportViews.PercentChangeView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.TimelineEntry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JavaType;

/**
 * Projects with their lists, each as one and the same fold made them: what {@link ReadModel} answers one after the other
 * may lie a recording apart. Any number is read in little memory.
 */
@Component
public class KeptProjects {
    private static final int READ_TOGETHER = 16;
    private static final int MOST_ATTEMPTS = 5;

    private final ReadModel readModel;

    KeptProjects(ReadModel readModel) {
        this.readModel = readModel;
    }

    /** A list of a project that can be read along with it. */
    public enum Lists {
        REPORTS(Part.REPORTS),
        TIMELINE(Part.TIMELINE),
        PERCENT_CHANGES(Part.PERCENT_CHANGES);

        private final Part part;

        Lists(Part part) {
            this.part = part;
        }
    }

    /**
     * A project as it was folded last; persons sealed. A list that was not asked for is empty.
     *
     * @param project with the hits of audit flags
     */
    public record KeptProject(
            ProjectView project,
            List<ReportView> reports,
            List<TimelineEntry> timeline,
            List<PercentChangeView> percentChanges) {}

    /** What is done with each project; what it throws ends the reading. */
    public interface Visitor<E extends Exception> {
        void visit(KeptProject project) throws E;
    }

    /** One project with all its lists; empty where there is none. */
    public Optional<KeptProject> one(ProjectCode code) {
        return one(code.text(), EnumSet.allOf(Lists.class));
    }

    private Optional<KeptProject> one(String code, Set<Lists> lists) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Document found = readModel
                    .projects()
                    .find(Filters.eq("_id", code))
                    .projection(Projections.include("parts"))
                    .first();
            if (found == null) {
                return Optional.empty();
            }
            Document manifest = found.get("parts", Document.class);
            Optional<KeptProject> whole =
                    read(manifest, lists, readModel.parts().bodies(ids(manifest, lists)));
            if (whole.isPresent()) {
                return whole;
            }
        }
        throw new IllegalStateException("Project " + code + " changes faster than it can be read");
    }

    /** Every project that the filter leaves, in that order, read as they are visited. */
    public <E extends Exception> void each(Bson filter, Bson order, Set<Lists> lists, Visitor<E> visitor) throws E {
        try (MongoCursor<Document> cursor = readModel
                .projects()
                .find(filter)
                .projection(Projections.include("parts"))
                .sort(order)
                .cursor()) {
            List<Document> together = new ArrayList<>();
            while (cursor.hasNext()) {
                together.add(cursor.next());
                if (together.size() == READ_TOGETHER || !cursor.hasNext()) {
                    visit(together, lists, visitor);
                    together.clear();
                }
            }
        }
    }

    private <E extends Exception> void visit(List<Document> together, Set<Lists> lists, Visitor<E> visitor) throws E {
        Map<String, String> bodies = readModel
                .parts()
                .bodies(together.stream()
                        .map(found -> found.get("parts", Document.class))
                        .flatMap(manifest -> ids(manifest, lists).stream())
                        .toList());
        for (Document found : together) {
            Optional<KeptProject> whole = read(found.get("parts", Document.class), lists, bodies)
                    // replaced since it was found: the newer one
                    .or(() -> one(found.getString("_id"), lists));
            if (whole.isPresent()) {
                visitor.visit(whole.get());
            }
        }
    }

    private static List<String> ids(Document manifest, Collection<Lists> lists) {
        List<String> ids = new ArrayList<>(Part.PROJECT.idsIn(manifest));
        lists.forEach(list -> ids.addAll(list.part.idsIn(manifest)));
        return ids;
    }

    private static Optional<KeptProject> read(Document manifest, Set<Lists> lists, Map<String, String> bodies) {
        if (!bodies.keySet().containsAll(ids(manifest, lists))) {
            return Optional.empty();
        }
        return Parts.<ProjectView>read(
                        Part.PROJECT.idsIn(manifest), bodies, EventJson.mapper().constructType(ProjectView.class))
                .map(project -> new KeptProject(
                        project,
                        list(Lists.REPORTS, ReportView.class, manifest, lists, bodies),
                        list(Lists.TIMELINE, TimelineEntry.class, manifest, lists, bodies),
                        list(Lists.PERCENT_CHANGES, PercentChangeView.class, manifest, lists, bodies)));
    }

    private static <T> List<T> list(
            Lists list, Class<T> type, Document manifest, Set<Lists> asked, Map<String, String> bodies) {
        List<String> ids = list.part.idsIn(manifest);
        if (!asked.contains(list) || ids.isEmpty()) {
            return List.of();
        }
        JavaType listType = EventJson.mapper().getTypeFactory().constructCollectionType(List.class, type);
        return Parts.<List<T>>read(ids, bodies, listType).orElse(List.of());
    }
}
