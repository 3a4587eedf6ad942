package org.progressledger.access;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/**
 * The sessions of those who have signed in on pages, in collection {@code sessions}: every instance of a service knows
 * them, a restart ends none, and one write ends all of an account.
 *
 * <p>A session's name is in the browser's cookie alone; kept is its SHA-256, so that whoever reads the store cannot take
 * over a session.
 */
final class KeptSessions implements SessionRepository<KeptSession> {

    /** The attribute whose text is the id of whoever has signed in; by it all sessions of an account are found. */
    static final String WHOSE = "whose";

    /** The attribute with the milliseconds at which it ends whatever is done with it; missing where only its settings say. */
    static final String ENDS_BY = "endsBy";

    private static final Logger log = LoggerFactory.getLogger(KeptSessions.class);
    private static final String COLLECTION = "sessions";
    private static final int MOST_BYTES = 64 * 1024;

    /** What a session may hold when it is read again: nothing that does anything by being made. */
    private static final ObjectInputFilter PLAIN =
            ObjectInputFilter.Config.createFilter("maxdepth=20;maxrefs=2000;maxbytes=" + MOST_BYTES + ";maxarray=2000;"
                    + "org.springframework.security.oauth2.core.**;"
                    + "org.springframework.security.oauth2.client.**;"
                    + "java.lang.*;java.util.*;java.time.*;java.net.URI;java.net.URL;!*");

    private final MongoCollection<Document> stored;
    private final SessionSettings settings;
    private final InstantSource clock;

    KeptSessions(MongoDatabase database, SessionSettings settings, InstantSource clock) {
        this.stored = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.settings = settings;
        this.clock = clock;
        stored.createIndex(Indexes.ascending(WHOSE));
        stored.createIndex(Indexes.ascending("endsAt"));
    }

    @Override
    public KeptSession createSession() {
        return KeptSession.fresh(clock.instant(), settings.idle());
    }

    @Override
    public void save(KeptSession session) {
        if (!session.mustBeWritten(settings.touched())) {
            return;
        }
        String former = session.formerId();
        // what was kept may have been ended meanwhile, and must not come back
        boolean ended =
                former != null && stored.deleteOne(Filters.eq(hash(former))).getDeletedCount() == 0 && session.isKept();
        if (!ended) {
            Document document = write(session);
            stored.replaceOne(
                    Filters.eq(document.get("_id")),
                    document,
                    new ReplaceOptions().upsert(former != null || !session.isKept()));
        }
        session.written();
    }

    @Override
    public @Nullable KeptSession findById(String id) {
        Document document = stored.find(Filters.eq(hash(id))).first();
        if (document == null) {
            return null;
        }
        Instant now = clock.instant();
        if (!now.isBefore(document.getDate("endsAt").toInstant())) {
            stored.deleteOne(Filters.eq(document.get("_id")));
            return null;
        }
        try {
            return read(id, document);
        } catch (IOException | ClassNotFoundException unreadable) {
            // of another release: its owner signs in again
            log.warn("A session cannot be read and is ended: {}", unreadable.toString());
            stored.deleteOne(Filters.eq(document.get("_id")));
            return null;
        }
    }

    @Override
    public void deleteById(String id) {
        stored.deleteOne(Filters.eq(hash(id)));
    }

    /** Ends every session of whoever has this id; how many there were. */
    long endAllOf(String whose) {
        return stored.deleteMany(Filters.eq(WHOSE, whose)).getDeletedCount();
    }

    /** How many sessions there are of that id. */
    long countOf(String whose) {
        return stored.countDocuments(Filters.eq(WHOSE, whose));
    }

    /**
     * Whoever another house vouches for and has signed in, by id.
     *
     * @param most sessions that are looked at
     */
    List<SignedInElsewhere> elsewhere(int most) {
        Map<String, SignedInElsewhere> byId = new TreeMap<>();
        stored.find(Filters.and(
                        Filters.gte(WHOSE, Asker.ELSEWHERE),
                        // the character after the colon
                        Filters.lt(WHOSE, Asker.ELSEWHERE.replace(':', ';')),
                        Filters.gt("endsAt", Date.from(clock.instant()))))
                .projection(Projections.exclude("attributes"))
                .limit(most)
                .forEach(found -> byId.merge(found.getString(WHOSE), session(found), SignedInElsewhere::and));
        return List.copyOf(byId.values());
    }

    private static SignedInElsewhere session(Document found) {
        return new SignedInElsewhere(
                found.getString(WHOSE),
                found.getString(SessionContext.ROLE),
                found.getString(SessionContext.AGENCY),
                1,
                found.getDate("createdAt").toInstant(),
                found.getDate("usedAt").toInstant());
    }

    /** Which of these names of sessions, hashed, belong to one that has not ended. */
    Set<String> alive(Collection<String> hashes) {
        Set<String> alive = new HashSet<>();
        stored.find(Filters.and(Filters.in("_id", hashes), Filters.gt("endsAt", Date.from(clock.instant()))))
                .projection(Projections.include("_id"))
                .forEach(found -> alive.add(found.getString("_id")));
        return alive;
    }

    /** Forgets what has ended. */
    @Scheduled(fixedDelayString = "${progress-ledger.access.session.sweep:10m}")
    void sweep() {
        try {
            stored.deleteMany(Filters.lt("endsAt", Date.from(clock.instant())));
        } catch (RuntimeException later) {
            log.warn("Ended sessions cannot be removed now: {}", later.toString());
        }
    }

    private Document write(KeptSession session) {
        Map<String, Object> attributes = new TreeMap<>();
        for (String name : session.getAttributeNames()) {
            attributes.put(name, session.getAttribute(name));
        }
        Instant used = session.getLastAccessedTime();
        Instant idleEnd = used.plus(session.getMaxInactiveInterval());
        Instant settled = session.getCreationTime().plus(settings.lifetime());
        Long endsBy = session.getAttribute(ENDS_BY);
        Instant lastEnd = endsBy == null || settled.toEpochMilli() <= endsBy ? settled : Instant.ofEpochMilli(endsBy);
        return new Document("_id", hash(session.getId()))
                .append(WHOSE, session.getAttribute(WHOSE))
                .append(SessionContext.ROLE, session.getAttribute(SessionContext.ROLE))
                .append(SessionContext.AGENCY, session.getAttribute(SessionContext.AGENCY))
                .append("createdAt", Date.from(session.getCreationTime()))
                .append("usedAt", Date.from(used))
                .append("idleSeconds", session.getMaxInactiveInterval().toSeconds())
                .append("endsAt", Date.from(idleEnd.isBefore(lastEnd) ? idleEnd : lastEnd))
                .append("attributes", serialized(attributes));
    }

    private static byte[] serialized(Map<String, Object> attributes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(attributes);
        } catch (IOException notSerializable) {
            throw new UncheckedIOException(notSerializable);
        }
        return bytes.toByteArray();
    }

    private static KeptSession read(String id, Document document) throws IOException, ClassNotFoundException {
        MapSession session = new MapSession(id);
        session.setCreationTime(document.getDate("createdAt").toInstant());
        session.setLastAccessedTime(document.getDate("usedAt").toInstant());
        session.setMaxInactiveInterval(Duration.ofSeconds(document.getLong("idleSeconds")));
        byte[] bytes = document.get("attributes", Binary.class).getData();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(PLAIN);
            if (in.readObject() instanceof Map<?, ?> attributes) {
                attributes.forEach((name, value) -> session.setAttribute((String) name, value));
            }
        }
        return KeptSession.read(session);
    }

    static String hash(String id) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
