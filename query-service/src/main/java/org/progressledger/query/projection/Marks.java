package org.progressledger.query.projection;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerType;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Marks that this instance leaves in the database, one after the other, and what was so when it left each of them. A member of
 * the replica set that shows a mark has all that was written before it. So how old a member is at most is no estimate, and told by
 * a clock that only this instance reads.
 */
@Component
class Marks implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Marks.class);
    private static final String MARK = "mark";
    private static final Duration STOPPED = Duration.ofSeconds(1);

    private final MongoClient client;
    private final MongoCollection<Document> stored;
    private final String self;
    private final Following following;
    private final StandingStill standing;
    private final Generations generations;
    private final StaleReadSettings settings;
    // another run of the same instance leaves others
    private long next = new SecureRandom().nextLong() >>> 2;
    private final ConcurrentNavigableMap<Long, Moment> left = new ConcurrentSkipListMap<>();
    private volatile boolean running;
    private Thread thread = new Thread(this::run);

    Marks(
            MongoClient client,
            MongoDatabase database,
            Family family,
            Instance instance,
            Following following,
            StandingStill standing,
            Generations generations,
            StaleReadSettings settings) {
        this.client = client;
        this.stored = database.getCollection(family.collection("marks")).withWriteConcern(WriteConcern.W1);
        this.self = instance.name();
        this.following = following;
        this.standing = standing;
        this.generations = generations;
        this.settings = settings;
    }

    /**
     * What was so just before a mark was left.
     *
     * @param nanos of this instance's own clock
     * @param position up to which every event was reflected; -1 before the first
     * @param generations the version of {@link Generations.State}
     * @param millis of its clock on the wall: the other one stands still while a machine does
     * @param still projects that were shown older than that
     */
    record Moment(long nanos, long millis, long position, long generations, StandingStill.Still still) {
        Duration age() {
            long wall = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() - millis);
            return Duration.ofNanos(Math.max(wall, System.nanoTime() - nanos));
        }
    }

    /** Whether there is a member to read from that is not the primary. */
    boolean areOfUse() {
        if (settings.isOff()) {
            return false;
        }
        return haveSecondary(client.getClusterDescription());
    }

    /**
     * Whether one of these is a replica set's secondary. The driver's own question says so of a single server and of a router, too:
     * the one would only read from itself, and behind the other are several sets whose order of writes is not one.
     */
    static boolean haveSecondary(ClusterDescription cluster) {
        return cluster.getServerDescriptions().stream()
                .anyMatch(server -> server.isOk() && server.getType() == ServerType.REPLICA_SET_SECONDARY);
    }

    /** The moment of the last mark that a member shows; what is read afterwards in the session is at least as new. */
    Optional<Moment> shownBy(Members members) {
        Document shown = members.show(stored).find(Filters.eq("_id", self)).first();
        return shown == null ? Optional.empty() : Optional.ofNullable(left.get(shown.getLong(MARK)));
    }

    private void leave() {
        // each taken before the mark is written, which so stands behind all that they tell of
        long nanos = System.nanoTime();
        long millis = System.currentTimeMillis();
        long version = generations.now().version();
        long position = following.position();
        Moment moment = new Moment(nanos, millis, position, version, standing.still());
        long mark = next++;
        left.put(mark, moment);
        while (left.firstEntry().getValue().age().compareTo(settings.longest()) > 0) {
            left.pollFirstEntry();
        }
        stored.replaceOne(
                Filters.eq("_id", self),
                new Document("_id", self).append(MARK, mark),
                new ReplaceOptions().upsert(true));
    }

    private void run() {
        while (running) {
            try {
                if (areOfUse()) {
                    leave();
                } else {
                    left.clear();
                }
            } catch (RuntimeException away) {
                // the store does not answer: members are only older for it
                LOG.debug("No mark was left: {}", away.toString());
            }
            try {
                TimeUnit.NANOSECONDS.sleep(settings.mark().toNanos());
            } catch (InterruptedException stopped) {
                running = false;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("marks").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(STOPPED);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
