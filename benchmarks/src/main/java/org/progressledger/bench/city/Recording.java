package org.progressledger.bench.city;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.progressledger.bench.city.City.Deed;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.EventJson;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.ledger.Append;
import org.progressledger.ledger.CommandIdentity;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.NewEvent;

/**
 * Records a whole city, day by day as its offices would, each fact as a command of its own; the ledger's clock goes with the
 * days.
 *
 * <p>{@code Recording URI DATABASE AGENCIES PROJECTS-A-YEAR YEARS SEED}
 */
public final class Recording {
    private static final int THREADS = 64;
    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);

    /** Holds what a generated city is made of; no other ledger has it. */
    static final String MARK = "generated_city";

    static final String COMMITS = "commits";

    private final MongoDatabase database;
    private final CommitLog ledger;
    private volatile Instant now = Instant.EPOCH;

    Recording(MongoDatabase database) {
        this.database = database;
        this.ledger = CommitLog.open(database, LedgerSettings.defaults(), () -> now);
    }

    public static void main(String[] arguments) throws Exception {
        City city = new City(
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                Long.parseLong(arguments[5]));
        try (MongoClient client = MongoClients.create(arguments[0])) {
            new Recording(client.getDatabase(arguments[1])).record(city);
        }
    }

    static Document mark(City city) {
        return new Document("_id", city.toString());
    }

    /**
     * @return how many events
     * @throws IllegalStateException if something is recorded already
     */
    long record(City city) throws InterruptedException, ExecutionException {
        if (database.getCollection(COMMITS).find().first() != null) {
            throw new IllegalStateException("Database " + database.getName() + " holds a ledger already");
        }
        database.getCollection(MARK).insertOne(mark(city));
        long began = System.nanoTime();
        long events = 0;
        try (ExecutorService clerks = Executors.newFixedThreadPool(THREADS)) {
            for (FiscalYear year : city.fiscalYears()) {
                for (Map.Entry<LocalDate, List<Deed>> day : city.deeds(year).entrySet()) {
                    begin(day.getKey());
                    events += record(day.getValue(), clerks);
                }
                System.err.printf(
                        "fiscal year %d: %,d events so far, %,.0f a second%n",
                        year.buddhistYear(), events, events * 1e9 / (System.nanoTime() - began));
            }
        }
        return events;
    }

    private void begin(LocalDate day) {
        Instant opens = day.atTime(OFFICE_OPENS).atZone(RecordedEvent.OFFICE).toInstant();
        // some of a year are late, and the next one has begun
        if (opens.isAfter(now)) {
            now = opens;
        }
    }

    /** Those of one project one after the other. */
    private int record(List<Deed> deeds, ExecutorService clerks) throws InterruptedException, ExecutionException {
        Map<String, List<Deed>> byProject = new LinkedHashMap<>();
        for (Deed deed : deeds) {
            byProject
                    .computeIfAbsent(deed.event().project().text(), first -> new ArrayList<>())
                    .add(deed);
        }
        List<Callable<Integer>> tasks = new ArrayList<>();
        byProject
                .values()
                .forEach(some -> tasks.add(() -> {
                    some.forEach(this::append);
                    return some.size();
                }));
        int done = 0;
        for (Future<Integer> each : clerks.invokeAll(tasks)) {
            done += each.get();
        }
        return done;
    }

    private void append(Deed deed) {
        String stream = deed.event().project().text();
        String name = stream + "/" + deed.sequence();
        EventCatalogue entry = EventCatalogue.of(deed.event());
        Provenance provenance = provenance(deed);
        ledger.append(new Append(
                new CommandIdentity(provenance.actor(), provenance.commandId(), null),
                List.of(new NewEvent(
                        uuid(name + "/event"),
                        "Project",
                        stream,
                        deed.sequence(),
                        entry.storedName(),
                        entry.revision(),
                        now,
                        EventJson.write(deed.event()),
                        provenance.toMetadata()))));
    }

    static Provenance provenance(Deed deed) {
        String stream = deed.event().project().text();
        return new Provenance(
                "clerk-" + stream.substring(0, 6),
                "OFFICER",
                deed.agency(),
                uuid(stream + "/" + deed.sequence()),
                null,
                null,
                null,
                null);
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
