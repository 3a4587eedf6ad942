package org.progressledger.query.overview;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.projection.Following;
import org.progressledger.query.projection.KeptAcross;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.RegisterRows;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every project in short, never older than the answers beside which it is shown. All are read once; then only what was kept
 * since.
 */
@Component
public class City implements RegisterRows {
    // whoever wrote before may have had a clock that was this much behind
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final int READ_TOGETHER = 1_000;
    private static final int ESCAPED_TOGETHER = 10_000;

    private final KeptAcross kept;
    private final BriefsKept across;
    private final Following following;
    private final Duration oldest;
    private final Map<String, Held> all = new TreeMap<>();
    private Table table = new Table(Map.of(), List.of());
    private long position = Long.MIN_VALUE;
    private long seen;
    private String readFrom = "";
    private long readAt;

    /** @param oldest a day that comes may change documents without an event: as often as that is looked for */
    City(
            KeptAcross kept,
            BriefsKept across,
            Following following,
            @Value("${progress-ledger.query.due-check:60s}") Duration oldest) {
        this.kept = kept;
        this.across = across;
        this.following = following;
        this.oldest = oldest;
    }

    private record Held(long keptAt, Brief brief, Row row) {}

    /**
     * All projects at one moment. As long as nothing changes it is one and the same.
     *
     * @param byYear by fiscal year and code of the agency, each agency's by code
     * @param rows all of them by code
     */
    public record Table(Map<Integer, Map<String, List<Brief>>> byYear, List<Row> rows) {
        /** By code. */
        public List<Brief> of(int fiscalYear) {
            return agencies(fiscalYear).values().stream().flatMap(List::stream).toList();
        }

        /** Of these agency codes, by code. */
        public List<Brief> of(int fiscalYear, Collection<String> agencyCodes) {
            Map<String, List<Brief>> agencies = agencies(fiscalYear);
            return agencyCodes.stream()
                    .sorted()
                    .flatMap(code -> agencies.getOrDefault(code, List.of()).stream())
                    .toList();
        }

        private Map<String, List<Brief>> agencies(int fiscalYear) {
            return byYear.getOrDefault(fiscalYear, Map.of());
        }

        /** Years of which there are projects, the latest first. */
        public List<Integer> years() {
            return byYear.keySet().stream().sorted((one, other) -> other - one).toList();
        }
    }

    /**
     * As it stands now.
     *
     * @throws ProblemException while projects that an earlier release folded are not in it yet
     */
    public synchronized Table table() {
        // taken before the documents are read, which may only be newer
        long now = following.position();
        boolean isOld = System.nanoTime() - readAt > oldest.toNanos();
        if (now != position || isOld) {
            long began = System.nanoTime();
            MongoCollection<Document> documents = kept.documents(across);
            if (readWhatIsNew(documents) | (isOld && readWhatEscaped(documents))) {
                table = new Table(
                        byYear(all.values()),
                        all.values().stream().map(Held::row).toList());
            }
            position = now;
            readAt = began;
        }
        return table;
    }

    /** Read before somebody asks, so that nobody waits for all of it. */
    @Scheduled(fixedDelayString = "${progress-ledger.query.due-check:60s}")
    void look() {
        try {
            table();
        } catch (RuntimeException notNow) {
            // who asks meanwhile is told
        }
    }

    private boolean readWhatIsNew(MongoCollection<Document> documents) {
        String name = documents.getNamespace().getCollectionName();
        if (!name.equals(readFrom)) {
            // a replay has built them anew
            seen = 0;
            all.clear();
            readFrom = name;
        }
        return read(documents, Filters.gt(KeptAcross.KEPT_AT, seen - OVERLAP.toMillis()));
    }

    /** Of several that write one may have stopped for longer than is overlapped: looked for in an index, without a document. */
    private boolean readWhatEscaped(MongoCollection<Document> documents) {
        List<String> escaped = new ArrayList<>();
        for (Document document : documents
                .find(Filters.gt(KeptAcross.KEPT_AT, 0L))
                .projection(Projections.include(KeptAcross.KEPT_AT))
                .batchSize(ESCAPED_TOGETHER)) {
            Held held = all.get(document.getString("_id"));
            if (held == null || held.keptAt() != document.getLong(KeptAcross.KEPT_AT)) {
                escaped.add(document.getString("_id"));
            }
        }
        return !escaped.isEmpty() && read(documents, Filters.in("_id", escaped));
    }

    private boolean read(MongoCollection<Document> documents, Bson which) {
        boolean changed = false;
        for (Document document : documents
                .find(which)
                .projection(Projections.include(KeptAcross.KEPT_AT, BriefsKept.BRIEF))
                .batchSize(READ_TOGETHER)) {
            long keptAt = document.getLong(KeptAcross.KEPT_AT);
            seen = Math.max(seen, keptAt);
            String code = document.getString("_id");
            Held before = all.get(code);
            if (before == null || before.keptAt() != keptAt) {
                Brief brief = BriefsKept.read(document.getString(BriefsKept.BRIEF));
                all.put(code, new Held(keptAt, brief, row(brief)));
                changed = true;
            }
        }
        return changed;
    }

    private static Row row(Brief brief) {
        Brief.LastReport last = brief.lastReport();
        String searched = ReadModel.searched(brief.name(), brief.code(), brief.agencyName());
        return new Row(
                brief.code(),
                brief.agency(),
                brief.status(),
                brief.fiscalYear(),
                brief.percent(),
                last == null ? "" : last.on().toString(),
                brief.allocated(),
                brief.spent(),
                searched,
                ReadModel.nameKey(brief.name()),
                RegisterRows.grams(searched));
    }

    @Override
    public Optional<List<Row>> rows() {
        try {
            return Optional.of(table().rows());
        } catch (ProblemException notYet) {
            return Optional.empty();
        }
    }

    private static Map<Integer, Map<String, List<Brief>>> byYear(Collection<Held> all) {
        Map<Integer, Map<String, List<Brief>>> years = new TreeMap<>();
        for (Held held : all) {
            years.computeIfAbsent(held.brief().fiscalYear(), first -> new TreeMap<>())
                    .computeIfAbsent(held.brief().agency(), first -> new ArrayList<>())
                    .add(held.brief());
        }
        return years;
    }

    /** The project in short; null where there is none. */
    public synchronized @Nullable Brief brief(String code) {
        Held held = all.get(code);
        return held == null ? null : held.brief();
    }
}
