package org.progressledger.bench.city;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.EventJson;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.ledger.Append;
import org.progressledger.ledger.CommandIdentity;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.NewEvent;

/**
 * Records a whole city, day by day as its offices would, each fact as a command of its own; the ledger's clock goes with the
 * days. The same seed gives the same facts.
 *
 * <p>{@code City URI DATABASE AGENCIES PROJECTS-A-YEAR YEARS SEED}
 */
public final class City {
    private static final int FIRST_YEAR = 2560;
    private static final int THREADS = 32;
    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);

    private final CommitLog ledger;
    private final AtomicReference<Instant> now;

    private City(CommitLog ledger, AtomicReference<Instant> now) {
        this.ledger = ledger;
        this.now = now;
    }

    /** What somebody does on a day. */
    private record Deed(ProjectEvent event, String agency, long sequence) {}

    public static void main(String[] arguments) throws Exception {
        int agencies = Integer.parseInt(arguments[2]);
        int projects = Integer.parseInt(arguments[3]);
        int years = Integer.parseInt(arguments[4]);
        long seed = Long.parseLong(arguments[5]);
        try (MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(arguments[0]))
                .build())) {
            AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
            CommitLog ledger = CommitLog.open(client.getDatabase(arguments[1]), LedgerSettings.defaults(), now::get);
            City city = new City(ledger, now);
            long began = System.nanoTime();
            long events = 0;
            for (int year = 0; year < years; year++) {
                events += city.record(FiscalYear.of(FIRST_YEAR + year), agencies, projects, seed);
                System.out.printf(
                        "fiscal year %d: %,d events so far, %,.0f a second%n",
                        FIRST_YEAR + year, events, events * 1e9 / (System.nanoTime() - began));
            }
        }
    }

    private long record(FiscalYear year, int agencies, int projects, long seed) throws Exception {
        TreeMap<LocalDate, List<Deed>> days = new TreeMap<>();
        for (int place = 0; place < projects; place++) {
            int agency = place % agencies;
            // agencies 5001 to 5050 with divisions, a project's number is of its year
            ProjectCode code = ProjectCode.of("%04d%02d00-%04d"
                    .formatted(5001 + agency % 50, agency / 50, (place / agencies) * 10 + year.buddhistYear() % 10));
            String name = "สำนักงานเขตตัวอย่างที่ " + (agency + 1);
            Map<LocalDate, List<ProjectEvent>> life =
                    Life.of(code, year, name, seed * 31 + code.text().hashCode());
            long sequence = 0;
            for (Map.Entry<LocalDate, List<ProjectEvent>> day : life.entrySet()) {
                for (ProjectEvent event : day.getValue()) {
                    days.computeIfAbsent(day.getKey(), first -> new ArrayList<>())
                            .add(new Deed(event, name, sequence++));
                }
            }
        }
        long events = 0;
        try (ExecutorService clerks = Executors.newFixedThreadPool(THREADS)) {
            for (Map.Entry<LocalDate, List<Deed>> day : days.entrySet()) {
                Instant opens = day.getKey()
                        .atTime(OFFICE_OPENS)
                        .atZone(RecordedEvent.OFFICE)
                        .toInstant();
                now.updateAndGet(before -> before.isAfter(opens) ? before : opens);
                // those of one project one after the other
                Map<ProjectCode, List<Deed>> byProject = new TreeMap<>(Comparator.comparing(ProjectCode::text));
                day.getValue()
                        .forEach(deed -> byProject
                                .computeIfAbsent(deed.event().project(), first -> new ArrayList<>())
                                .add(deed));
                List<Callable<Integer>> done = new ArrayList<>();
                byProject
                        .values()
                        .forEach(deeds -> done.add(() -> {
                            deeds.forEach(this::append);
                            return deeds.size();
                        }));
                for (Future<Integer> each : clerks.invokeAll(done)) {
                    events += each.get();
                }
            }
        }
        return events;
    }

    private void append(Deed deed) {
        String stream = deed.event().project().text();
        String name = stream + "/" + deed.sequence();
        String command =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        EventCatalogue entry = EventCatalogue.of(deed.event());
        Provenance provenance = new Provenance(
                "clerk-" + stream.substring(0, 6), "OFFICER", deed.agency(), command, null, null, null, null);
        ledger.append(new Append(
                new CommandIdentity(provenance.actor(), command, null),
                List.of(new NewEvent(
                        UUID.nameUUIDFromBytes((name + "/event").getBytes(StandardCharsets.UTF_8))
                                .toString(),
                        "Project",
                        stream,
                        deed.sequence(),
                        entry.storedName(),
                        entry.revision(),
                        now.get(),
                        EventJson.write(deed.event()),
                        provenance.toMetadata()))));
    }
}
