package org.progressledger.query.readings;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who looked at which project, and when: one document each, inserted and never changed, in collection {@code readings}.
 * Lines that come close together are written together, so that reading stays fast.
 */
@Component
class ReadingLog implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ReadingLog.class);
    private static final int TOGETHER = 500;
    private static final int LONGEST_QUESTION = 300;
    private static final long STOP_WITHIN_MILLIS = 5_000;

    private final MongoCollection<Document> stored;
    private final BlockingQueue<Document> waiting;
    private final ReadingSettings settings;
    private final InstantSource clock;
    private volatile @Nullable Thread writer;
    private volatile boolean stopping;

    ReadingLog(MongoDatabase database, ReadingSettings settings, InstantSource clock) {
        this.stored = database.getCollection("readings").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.waiting = new ArrayBlockingQueue<>(settings.waiting());
        this.settings = settings;
        this.clock = clock;
        stored.createIndex(Indexes.compoundIndex(Indexes.ascending("account"), Indexes.descending("_id")));
        stored.createIndex(Indexes.compoundIndex(Indexes.ascending("project"), Indexes.descending("_id")));
    }

    /**
     * A line.
     *
     * @param project null for an answer that shows several projects
     * @param what the path of the answer, as the table of who may writes it
     * @param asked the question, where several projects were asked for
     */
    record Reading(
            String id,
            Instant at,
            String account,
            String role,
            @Nullable String agency,
            @Nullable String project,
            String what,
            @Nullable String asked) {}

    /** Notes a reading; returns at once unless too many wait. */
    void note(Asker asker, @Nullable String project, String what, @Nullable String asked) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Document line = new Document("_id", id(now) + "-" + UUID.randomUUID())
                .append("account", asker.id())
                .append("role", asker.role().name())
                .append("agency", asker.agency())
                .append("project", project)
                .append("what", what)
                .append(
                        "asked",
                        asked == null || asked.length() <= LONGEST_QUESTION
                                ? asked
                                : asked.substring(0, LONGEST_QUESTION));
        try {
            waiting.put(line);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            log.error("A reading could not be noted, for the service stops");
        }
    }

    /** The latest sorts last. */
    private static String id(Instant at) {
        return String.format(Locale.ROOT, "%013d", at.toEpochMilli());
    }

    /**
     * The latest first.
     *
     * @param from null for all that are kept
     * @param until exclusive; null for none
     * @param before only lines older than the one with this id; null begins with the latest
     */
    List<Reading> find(
            @Nullable String account,
            @Nullable String project,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String before,
            int size) {
        List<Bson> all = new ArrayList<>();
        if (account != null) {
            all.add(Filters.eq("account", account));
        }
        if (project != null) {
            all.add(Filters.eq("project", project));
        }
        if (from != null) {
            all.add(Filters.gte("_id", id(from)));
        }
        if (until != null) {
            all.add(Filters.lt("_id", id(until)));
        }
        if (before != null) {
            all.add(Filters.lt("_id", before));
        }
        return stored.find(all.isEmpty() ? new Document() : Filters.and(all))
                .sort(Sorts.descending("_id"))
                .limit(size)
                .map(ReadingLog::read)
                .into(new ArrayList<>());
    }

    private static Reading read(Document line) {
        String id = line.getString("_id");
        return new Reading(
                id,
                Instant.ofEpochMilli(Long.parseLong(id.substring(0, 13))),
                line.getString("account"),
                line.getString("role"),
                line.getString("agency"),
                line.getString("project"),
                line.getString("what"),
                line.getString("asked"));
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        try {
            stored.deleteMany(Filters.lt("_id", id(clock.instant().minus(settings.keptFor()))));
        } catch (RuntimeException later) {
            log.warn("Old readings cannot be removed now: {}", later.toString());
        }
    }

    private void write() {
        List<Document> batch = new ArrayList<>();
        while (!(stopping && batch.isEmpty() && waiting.isEmpty())) {
            try {
                if (batch.isEmpty()) {
                    gather(batch);
                }
                if (!batch.isEmpty()) {
                    stored.insertMany(batch, new InsertManyOptions().ordered(false));
                    batch.clear();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException unavailable) {
                log.error("{} readings cannot be written now: {}", batch.size(), unavailable.toString());
                batch = again(batch);
                pause();
            }
        }
    }

    private void gather(List<Document> batch) throws InterruptedException {
        Document first = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        batch.add(first);
        if (!stopping) {
            Thread.sleep(settings.writtenWithin().toMillis());
        }
        waiting.drainTo(batch, TOGETHER - 1);
    }

    /** Those that are not in the store: some of a batch may have been written before it failed. */
    private List<Document> again(List<Document> batch) {
        try {
            List<String> ids = batch.stream().map(line -> line.getString("_id")).toList();
            List<String> there = stored.find(Filters.in("_id", ids))
                    .map(line -> line.getString("_id"))
                    .into(new ArrayList<>());
            return new ArrayList<>(batch.stream()
                    .filter(line -> !there.contains(line.getString("_id")))
                    .toList());
        } catch (RuntimeException unavailable) {
            return batch;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        stopping = false;
        Thread thread = new Thread(this::write, "readings");
        thread.setDaemon(true);
        writer = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = writer;
        stopping = true;
        writer = null;
        if (thread == null) {
            return;
        }
        try {
            thread.join(STOP_WITHIN_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            log.error("{} readings were not written", waiting.size());
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }

    /** Stops after the web server, whose last readers are noted too. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
