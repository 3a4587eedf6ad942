package org.progressledger.query.forms;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.projectledger.MasterKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody began to type into a form and did not send. One draft for each account, form and project, seen by that
 * account alone. What is typed may name persons, so it is sealed under the master key; nothing of it comes into the ledger.
 */
@Component
public class Drafts {
    private static final Logger log = LoggerFactory.getLogger(Drafts.class);
    private static final int AT_ONCE = 5_000;
    private static final String PURPOSE = "page-drafts";
    private static final String SENT = "sent";
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final MongoCollection<Document> drafts;
    private final MasterKey masterKey;
    private final InstantSource clock;
    private final DraftSettings settings;
    private final JsonMapper json;

    Drafts(MongoDatabase database, MasterKey masterKey, InstantSource clock, DraftSettings settings, JsonMapper json) {
        this.drafts = database.getCollection("page_drafts");
        this.masterKey = masterKey;
        this.clock = clock;
        this.settings = settings;
        this.json = json;
        drafts.createIndex(Indexes.ascending("actor", "savedAt"));
        drafts.createIndex(Indexes.ascending("savedAt"));
    }

    /**
     * What was kept.
     *
     * @param version how many events the project had when the form was opened; null where that was not known
     */
    public record Draft(
            Map<String, String> values, @Nullable Long version, Instant savedAt) {}

    /**
     * Keeps what is typed in place of an earlier draft, unless the form was sent.
     *
     * @param about the form and the project
     * @return when it was kept; empty if it is too long, and then the earlier one stays
     */
    public Optional<Instant> keep(Asker asker, String about, Form form) {
        String typed = json.writeValueAsString(form.values());
        if (typed.length() > settings.characters()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Document draft = new Document("_id", id(asker, about))
                .append("actor", asker.id())
                .append("savedAt", Date.from(now))
                .append("version", form.version())
                .append("sealed", new Binary(masterKey.seal(typed.getBytes(StandardCharsets.UTF_8), PURPOSE)));
        try {
            drafts.replaceOne(
                    Filters.and(Filters.eq("_id", id(asker, about)), Filters.ne(SENT, form.key())),
                    draft,
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException sentMeanwhile) {
            if (sentMeanwhile.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw sentMeanwhile;
            }
        }
        dropOldest(asker);
        return Optional.of(now);
    }

    /** Forgets those that were saved too long ago, whoever writes meanwhile; many at a time, and the rest at the next time. */
    @Scheduled(fixedDelayString = "${progress-ledger.drafts.sweep:10m}")
    void sweep() {
        try {
            List<String> old = drafts.find(
                            Filters.lt("savedAt", Date.from(clock.instant().minus(settings.keep()))))
                    .projection(Projections.include("_id"))
                    .limit(AT_ONCE)
                    .map(found -> found.getString("_id"))
                    .into(new ArrayList<>());
            if (!old.isEmpty()) {
                drafts.deleteMany(Filters.and(
                        Filters.in("_id", old),
                        // it may have been saved again
                        Filters.lt("savedAt", Date.from(clock.instant().minus(settings.keep())))));
            }
        } catch (RuntimeException later) {
            log.warn("Old drafts cannot be removed now: {}", later.toString());
        }
    }

    private void dropOldest(Asker asker) {
        List<String> tooMany = drafts.find(Filters.eq("actor", asker.id()))
                .projection(Projections.include("_id"))
                .sort(Sorts.descending("savedAt"))
                .skip(settings.perPerson())
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>());
        if (!tooMany.isEmpty()) {
            drafts.deleteMany(Filters.in("_id", tooMany));
        }
    }

    /** What this account kept of that form; empty where it kept nothing, or long ago. */
    public Optional<Draft> find(Asker asker, String about) {
        Document found = drafts.find(Filters.eq("_id", id(asker, about))).first();
        if (found == null
                || found.containsKey(SENT)
                || found.getDate("savedAt").toInstant().isBefore(clock.instant().minus(settings.keep()))) {
            return Optional.empty();
        }
        byte[] typed = masterKey.open(found.get("sealed", Binary.class).getData(), PURPOSE);
        return Optional.of(new Draft(
                json.readValue(new String(typed, StandardCharsets.UTF_8), VALUES),
                found.getLong("version"),
                found.getDate("savedAt").toInstant()));
    }

    /** Forgets it, for the form was sent or thrown away: what a page may still want to keep of that form comes too late. */
    public void close(Asker asker, String about, Form form) {
        Document mark = new Document("_id", id(asker, about))
                .append("actor", asker.id())
                .append("savedAt", Date.from(clock.instant()))
                .append(SENT, form.key());
        drafts.replaceOne(Filters.eq("_id", id(asker, about)), mark, new ReplaceOptions().upsert(true));
    }

    private static String id(Asker asker, String about) {
        return about + "/" + asker.id();
    }
}
