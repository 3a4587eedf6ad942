package org.progressledger.query.overview;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.projection.Following;
import org.progressledger.query.projection.KeptAcross;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every project in short, never older than the answers beside which it is shown. All are read once; then only what was kept
 * since.
 */
@Component
public class City {
    // whoever wrote before may have had a clock that was this much behind
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final int READ_TOGETHER = 1_000;

    private final KeptAcross kept;
    private final BriefsKept across;
    private final Following following;
    private final Duration oldest;
    private final Map<String, Held> all = new TreeMap<>();
    private Table table = new Table(Map.of());
    private long position = Long.MIN_VALUE;
    private long seen;
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

    private record Held(long keptAt, Brief brief) {}

    /** All projects at one moment, by fiscal year, each year's by code. As long as nothing changes it is one and the same. */
    public record Table(Map<Integer, List<Brief>> byYear) {
        public List<Brief> of(int fiscalYear) {
            return byYear.getOrDefault(fiscalYear, List.of());
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
        if (now != position || System.nanoTime() - readAt > oldest.toNanos()) {
            long began = System.nanoTime();
            if (readWhatIsNew()) {
                table = new Table(byYear(all.values()));
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

    private boolean readWhatIsNew() {
        MongoCollection<Document> documents = kept.documents(across);
        boolean changed = false;
        for (Document document : documents
                .find(Filters.gt(KeptAcross.KEPT_AT, seen - OVERLAP.toMillis()))
                .projection(Projections.include(KeptAcross.KEPT_AT, BriefsKept.BRIEF))
                .batchSize(READ_TOGETHER)) {
            long keptAt = document.getLong(KeptAcross.KEPT_AT);
            seen = Math.max(seen, keptAt);
            String code = document.getString("_id");
            Held before = all.get(code);
            if (before == null || before.keptAt() != keptAt) {
                all.put(code, new Held(keptAt, BriefsKept.read(document.getString(BriefsKept.BRIEF))));
                changed = true;
            }
        }
        return changed;
    }

    private static Map<Integer, List<Brief>> byYear(Collection<Held> all) {
        Map<Integer, List<Brief>> years = new TreeMap<>();
        for (Held held : all) {
            years.computeIfAbsent(held.brief().fiscalYear(), first -> new ArrayList<>())
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
