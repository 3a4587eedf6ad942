package org.progressledger.query.projection;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.EventJson;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.ReadModel.Part;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JavaType;

/**
 * The hits of audit flags across projects, as these were folded last. The project's document names its hits, so that they
 * are found by index and stand and fall with it; what a hit says is kept in the project's parts.
 */
@Component
public class FlagIndex {
    static final String HITS = "hits";
    private static final String FLAGS_OF_PROJECT = "parts.flags";

    private final ReadModel readModel;

    FlagIndex(ReadModel readModel) {
        this.readModel = readModel;
    }

    /**
     * Which hits are asked for.
     *
     * @param projects filter of the projects' documents
     */
    public record Asked(
            Bson projects,
            @Nullable AuditFlag flag,
            @Nullable Severity severity,
            @Nullable Boolean acknowledged) {

        /** The same of every flag. */
        public Asked ofEveryFlag() {
            return new Asked(projects, null, severity, acknowledged);
        }

        /** Whether a hit is one of those. */
        public boolean includes(FlagView hit) {
            return (flag == null || hit.flag() == flag)
                    && (severity == null || hit.severity() == severity)
                    && (acknowledged == null || acknowledged == (hit.acknowledged() != null));
        }

        /** The same for an entry of the index. */
        private Bson ofEntry(String prefix) {
            List<Bson> conditions = new ArrayList<>();
            if (flag != null) {
                conditions.add(Filters.eq(prefix + "flag", flag.name()));
            }
            if (severity != null) {
                conditions.add(Filters.eq(prefix + "severity", severity.name()));
            }
            if (acknowledged != null) {
                conditions.add(Filters.eq(prefix + "acknowledged", acknowledged));
            }
            return conditions.isEmpty() ? Filters.exists(prefix + "flag") : Filters.and(conditions);
        }

        private List<Bson> stages() {
            List<Bson> stages = new ArrayList<>();
            stages.add(Aggregates.match(projects));
            if (flag != null) {
                stages.add(Aggregates.match(Filters.eq(HITS + ".flag", flag.name())));
            }
            stages.add(Aggregates.sort(Sorts.ascending("_id")));
            stages.add(Aggregates.project(Projections.include(HITS, FLAGS_OF_PROJECT)));
            stages.add(Aggregates.unwind("$" + HITS));
            stages.add(Aggregates.match(ofEntry(HITS + ".")));
            return stages;
        }
    }

    /** What a project's document holds of its hits. */
    static List<Document> entries(List<FlagView> hits) {
        return hits.stream()
                .map(hit -> new Document("id", hit.id())
                        .append("flag", hit.flag().name())
                        .append("severity", hit.severity().name())
                        .append("acknowledged", hit.acknowledged() != null))
                .toList();
    }

    /** Filter of projects with a hit of that flag. */
    public static Bson projectsWith(AuditFlag flag) {
        return Filters.eq(HITS + ".flag", flag.name());
    }

    /** Over all pages. */
    public long count(Asked asked) {
        List<Bson> stages = asked.stages();
        stages.add(Aggregates.group(null, Accumulators.sum("hits", 1L)));
        Document counted = readModel.shown().projects().aggregate(stages).first();
        return counted == null ? 0 : counted.get("hits", Number.class).longValue();
    }

    /** How many hits of a flag nobody has acknowledged yet, and how many somebody has. */
    public record Tally(long open, long acknowledged) {
        private static final Tally NONE = new Tally(0, 0);

        public long all() {
            return open + acknowledged;
        }

        /** With so many more. */
        public Tally and(boolean isAcknowledged, long hits) {
            return isAcknowledged ? new Tally(open, acknowledged + hits) : new Tally(open + hits, acknowledged);
        }
    }

    /** The hits of each flag that has any, over all pages. */
    public Map<AuditFlag, Tally> tallies(Asked asked) {
        List<Bson> stages = asked.stages();
        stages.add(Aggregates.group(
                new Document("flag", "$" + HITS + ".flag").append("acknowledged", "$" + HITS + ".acknowledged"),
                Accumulators.sum("hits", 1L)));
        Map<AuditFlag, Tally> tallies = new EnumMap<>(AuditFlag.class);
        for (Document counted : readModel.shown().projects().aggregate(stages)) {
            Document of = counted.get("_id", Document.class);
            add(
                    tallies,
                    AuditFlag.valueOf(of.getString("flag")),
                    of.getBoolean("acknowledged"),
                    counted.get("hits", Number.class).longValue());
        }
        return tallies;
    }

    /** The same of hits that were computed. */
    public static Map<AuditFlag, Tally> tallies(Collection<FlagView> hits) {
        Map<AuditFlag, Tally> tallies = new EnumMap<>(AuditFlag.class);
        hits.forEach(hit -> add(tallies, hit.flag(), hit.acknowledged() != null, 1));
        return tallies;
    }

    private static void add(Map<AuditFlag, Tally> tallies, AuditFlag flag, boolean isAcknowledged, long hits) {
        tallies.put(flag, tallies.getOrDefault(flag, Tally.NONE).and(isAcknowledged, hits));
    }

    /** One page, by project code, then as the project has them. */
    public List<FlagView> find(Asked asked, int skip, int limit) {
        List<Bson> stages = asked.stages();
        stages.add(Aggregates.skip(skip));
        stages.add(Aggregates.limit(limit));
        Map<String, List<String>> idsByProject = new LinkedHashMap<>();
        Map<String, List<String>> partsByProject = new HashMap<>();
        for (Document found : readModel.shown().projects().aggregate(stages)) {
            String code = found.getString("_id");
            idsByProject
                    .computeIfAbsent(code, first -> new ArrayList<>())
                    .add(found.get(HITS, Document.class).getString("id"));
            partsByProject.put(code, Part.FLAGS.idsIn(found.get("parts", Document.class)));
        }
        Map<String, String> bodies = readModel
                .shown()
                .parts()
                .bodies(partsByProject.values().stream()
                        .flatMap(Collection::stream)
                        .toList());
        List<FlagView> page = new ArrayList<>();
        idsByProject.forEach((code, ids) -> hits(code, partsByProject.getOrDefault(code, List.of()), bodies).stream()
                .filter(hit -> ids.contains(hit.id()))
                .forEach(page::add));
        return page;
    }

    private List<FlagView> hits(String code, List<String> parts, Map<String, String> bodies) {
        JavaType list = EventJson.mapper().getTypeFactory().constructCollectionType(List.class, FlagView.class);
        Optional<List<FlagView>> hits = Parts.read(parts, bodies, list);
        // replaced since the page was found: the newer ones
        return hits.or(() -> readModel.flags(ProjectCode.of(code))).orElse(List.of());
    }
}
