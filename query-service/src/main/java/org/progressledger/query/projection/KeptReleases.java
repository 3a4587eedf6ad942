package org.progressledger.query.projection;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What this release and others keep for answering in the same database, told apart by the names of collections. What another
 * one keeps stays until it is thrown away here; that release is known by nothing else.
 */
@Component
public class KeptReleases {
    private static final Logger LOG = LoggerFactory.getLogger(KeptReleases.class);

    /** Three beats of an instance. */
    private static final Duration WATCHED_FOR = Duration.ofSeconds(3);

    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final int NAMESPACE_NOT_FOUND = 26;

    private final MongoDatabase database;
    private final Family own;
    private final InstantSource clock;

    KeptReleases(MongoDatabase database, Family own, InstantSource clock) {
        this.database = database;
        this.own = own;
        this.clock = clock;
    }

    /**
     * What one release keeps; less than it kept, where somebody was broken off who threw it away.
     *
     * @param release the name of its family, as {@code v5_1a2b3c4d}
     * @param answersHere whether it is this release
     * @param collections how many
     * @param documents in all of them
     * @param bytes of these documents: before the store compresses them, and without indexes
     * @param seenAt when an instance last said that it works with them, by its own clock; null where none is known
     * @param inUse whether one may still do; see {@link SignsOfLife}
     */
    public record KeptRelease(
            String release,
            boolean answersHere,
            int collections,
            long documents,
            long bytes,
            @Nullable Instant seenAt,
            boolean inUse) {}

    /** This release first, then the others, the highest revision first. */
    public List<KeptRelease> all() {
        return found().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing((Family family) -> !family.equals(own))
                        .thenComparing(Comparator.comparingInt(Family::revision)
                                .thenComparing(Family::name)
                                .reversed())))
                .map(each -> kept(each.getKey(), each.getValue()))
                .toList();
    }

    private Map<Family, SortedSet<String>> found() {
        return byFamily(database.listCollectionNames().into(new ArrayList<>()));
    }

    static Map<Family, SortedSet<String>> byFamily(List<String> collections) {
        Map<Family, SortedSet<String>> found = new TreeMap<>(Comparator.comparing(Family::name));
        for (String collection : collections) {
            Family.of(collection)
                    .ifPresent(family -> found.computeIfAbsent(family, first -> new TreeSet<>())
                            .add(collection));
        }
        return found;
    }

    private KeptRelease kept(Family family, SortedSet<String> collections) {
        long documents = 0;
        long bytes = 0;
        for (String collection : collections) {
            Optional<Document> stats = stats(collection);
            documents += stats.map(each -> number(each, "count")).orElse(0L);
            bytes += stats.map(each -> number(each, "size")).orElse(0L);
        }
        SignsOfLife signs = SignsOfLife.of(database, family);
        return new KeptRelease(
                family.name(),
                family.equals(own),
                collections.size(),
                documents,
                bytes,
                signs.seenAt(),
                family.equals(own) || signs.areRecent(clock.instant()));
    }

    /** Empty where somebody threw it away meanwhile. */
    private Optional<Document> stats(String collection) {
        try {
            // the stage $collStats is not known to every server that speaks the protocol
            return Optional.of(database.runCommand(new Document("collStats", collection)));
        } catch (MongoCommandException gone) {
            if (gone.getErrorCode() == NAMESPACE_NOT_FOUND) {
                return Optional.empty();
            }
            throw gone;
        }
    }

    private static long number(Document stats, String field) {
        return stats.get(field) instanceof Number number ? number.longValue() : 0;
    }

    /**
     * Throws away all that another release keeps, and nothing else; takes some seconds. Twice at the same time does no harm, and
     * what was broken off is gone on with by the next one who asks. An instance of that release that is started later builds
     * everything anew; one that was silent for long and comes back answers 503 until it is started again.
     *
     * @param release as {@link KeptRelease#release()}
     * @param before what has to come to an end before anything is thrown away; told the same name
     * @return what was there
     * @throws ProblemException for what is no such name, for what nobody keeps, for what answers here, and while an instance
     *     of that release gives signs of life
     */
    public KeptRelease drop(String release, Consumer<String> before) throws InterruptedException {
        if (!Family.isName(release)) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "release"));
        }
        Map.Entry<Family, SortedSet<String>> found = found().entrySet().stream()
                .filter(each -> each.getKey().name().equals(release))
                .findFirst()
                .orElseThrow(() -> refused(QueryReason.RELEASE_NOT_KEPT, release));
        Family family = found.getKey();
        if (family.equals(own)) {
            throw refused(QueryReason.RELEASE_ANSWERS_HERE, release);
        }
        KeptRelease kept = kept(family, found.getValue());
        if (kept.inUse() || isAlive(family)) {
            throw refused(QueryReason.RELEASE_IN_USE, release);
        }
        before.accept(release);
        drop(family, inOrder(family, found.getValue()));
        LOG.info("What release {} kept was thrown away: {} collections", release, kept.collections());
        return kept;
    }

    private static ProblemException refused(QueryReason reason, String release) {
        return new ProblemException(reason, Map.of("release", release));
    }

    /** Looks on for some beats: of an instance that did not say that it leaves, and of one that begins. */
    private boolean isAlive(Family family) throws InterruptedException {
        SignsOfLife first = SignsOfLife.of(database, family);
        long until = System.nanoTime() + WATCHED_FOR.toNanos();
        while (System.nanoTime() < until) {
            TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
            if (first.goOnIn(SignsOfLife.of(database, family))) {
                return true;
            }
        }
        return false;
    }

    /** What says which generations there are goes last: so it can be seen until then whether somebody began anew. */
    static List<String> inOrder(Family family, SortedSet<String> collections) {
        String last = family.collection(Generations.STEM);
        List<String> order = new ArrayList<>(collections);
        if (order.remove(last)) {
            order.add(last);
        }
        return order;
    }

    private void drop(Family family, List<String> collections) throws InterruptedException {
        Generations generations = new Generations(database, family);
        generations.forget();
        // nothing is answered from half of what was there, even if somebody came back just now
        TimeUnit.NANOSECONDS.sleep(Generations.EVERYBODY_KNOWS.toNanos());
        for (String collection : collections) {
            if (generations.asked().version() != 0) {
                // an instance was started meanwhile, and builds in these collections
                throw refused(QueryReason.RELEASE_IN_USE, family.name());
            }
            Shelves.durable(database.getCollection(collection)).drop();
        }
    }
}
