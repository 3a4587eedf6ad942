package org.progressledger.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What this instance holds in memory of every project, so that nobody waits for the database to read as many documents. */
@Component
public class Memory {
    private final KeptAcross kept;
    private final Following following;
    private final Duration oldest;
    private final Duration patience;
    private final List<Remembered<?, ?>> all = new CopyOnWriteArrayList<>();

    /** @param oldest a day that comes may change documents without an event: as often as that is looked for */
    Memory(
            KeptAcross kept,
            Following following,
            @Value("${progress-ledger.query.due-check:60s}") Duration oldest,
            QuerySettings settings) {
        this.kept = kept;
        this.following = following;
        this.oldest = oldest;
        this.patience = settings.patience();
    }

    /**
     * Begins to hold something.
     *
     * @param across one whose documents are followed
     * @param fields that are needed of a document beside {@code _id} and {@link KeptAcross#KEPT_AT}
     * @param holding what is held of a document
     * @param making what is made of all that is held, by the projects' codes, whenever something changed
     */
    public <T, S> Remembered<T, S> of(
            AcrossProjects across,
            List<String> fields,
            Function<Document, T> holding,
            Function<Collection<T>, S> making) {
        Remembered<T, S> remembered = new Remembered<>(
                () -> kept.documents(across),
                new Remembered.Reading<>(fields, holding, making),
                following::position,
                oldest,
                patience);
        all.add(remembered);
        return remembered;
    }

    /** For whoever kept projects anew though the ledger's position did not move. */
    void readAnew() {
        all.forEach(each -> read(each::anew));
    }

    /** Read before somebody asks, so that nobody waits for all of it. */
    @Scheduled(fixedDelayString = "${progress-ledger.query.due-check:60s}")
    void look() {
        all.forEach(each -> read(each::all));
    }

    private static void read(Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException notNow) {
            // who asks meanwhile is told
        }
    }
}
