package org.progressledger.ledger;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.progressledger.ledger.AppenderLease.Holder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process appends for all: whoever appends stands for a lease, and who does not get it sends what waits, together, to the one
 * that has it, which answers each append as it would have been answered at home.
 *
 * <p>It makes appends faster and decides nothing. Who may stand where is said by the ledger's unique positions and identities
 * alone, so every failure has the same remedy: <b>who is not answered appends by itself</b>, by claiming positions. An append
 * travels with its salts ({@link AppendWire}); should both record it, the second one finds itself recorded. So there may be two
 * holders for a moment, none at all, or one that nobody reaches.
 *
 * <p>The lease ({@link AppenderLease}) is looked at while this process appends, and given back when it has not for a while. The
 * {@link Forwarder} is the sending end, {@link CommitLog#appendForwarded} the receiving one.
 */
public final class Forwarding {

    /** Where a process takes the appends of others, below its address. */
    public static final String PATH = "/internal/appends";

    /** Of questions and answers. */
    public static final String CONTENT_TYPE = "application/bson";

    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);
    private static final int LOOKS_IN_A_LEASE = 8;
    private static final Duration STANDS_FOR = Duration.ofSeconds(30);
    private static final long CLOSING_SECONDS = 5;

    private final AppenderLease lease;
    private final ForwardingLine line;
    private final Duration rest;
    private final LongSupplier nanos;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("appender-lease").unstarted(work));
    private final AtomicLong forwarded = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong fellBack = new AtomicLong();
    private volatile long lastAppend;
    private volatile long restsUntil;

    Forwarding(AppenderLease lease, ForwardingLine line, Duration length, LongSupplier nanos) {
        this.lease = lease;
        this.line = line;
        this.rest = length.dividedBy(2);
        this.nanos = nanos;
        this.lastAppend = nanos.getAsLong() - STANDS_FOR.toNanos();
        this.restsUntil = nanos.getAsLong();
    }

    /** Takes part for the ledger of a database, as soon as something is appended, until it is closed. */
    public static Forwarding start(MongoDatabase database, LedgerSettings settings, ForwardingSettings how) {
        AppenderLease lease = new AppenderLease(
                new LeaseCollection(database, settings),
                UUID.randomUUID().toString(),
                how.address(),
                how.lease(),
                System::nanoTime);
        ForwardingLine line = new HttpLine(how.authorization(), settings.operationTimeout());
        Forwarding forwarding = new Forwarding(lease, line, how.lease(), System::nanoTime);
        long every = how.lease().dividedBy(LOOKS_IN_A_LEASE).toMillis();
        forwarding.looking.scheduleWithFixedDelay(forwarding::look, 0, every, TimeUnit.MILLISECONDS);
        return forwarding;
    }

    /** Looks at the lease while something is appended here, for whomever. */
    void look() {
        try {
            if (nanos.getAsLong() - lastAppend < STANDS_FOR.toNanos()) {
                lease.look();
            } else {
                lease.release();
            }
        } catch (RuntimeException e) {
            // what was seen is believed for a while yet, then everybody appends alone
            LOG.debug("The lease cannot be looked at: {}", e.toString());
        }
    }

    /** Something is appended here: this process stands for the lease. */
    void appends() {
        lastAppend = nanos.getAsLong();
    }

    /** Whether this process takes the appends of others. */
    boolean appendsForAll() {
        return lease.isOurs();
    }

    /** To whom to send what waits; to nobody while this process appends by itself. */
    Optional<Holder> elsewhere() {
        return nanos.getAsLong() - restsUntil < 0 ? Optional.empty() : lease.other();
    }

    /** Whether that one still appends for all, as far as is known. */
    boolean isStill(Holder holder) {
        return lease.other().filter(holder::equals).isPresent();
    }

    ForwardingLine line() {
        return line;
    }

    void forwarded(int appends) {
        forwarded.addAndGet(appends);
    }

    void taken(int appends) {
        taken.addAndGet(appends);
    }

    /** Nothing comes of sending them: for a while this process appends by itself. */
    void fellBack(int appends) {
        fellBack.addAndGet(appends);
        restsUntil = nanos.getAsLong() + rest.toNanos();
    }

    public ForwardingState state() {
        return new ForwardingState(lease.isOurs(), forwarded.get(), taken.get(), fellBack.get());
    }

    /** Gives the lease back, so that another process appends for all at once; from now on this one appends by itself. */
    public void stepDown() {
        looking.shutdown();
        try {
            if (looking.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                lease.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.info("The lease ends by itself: {}", e.toString());
        }
        line.close();
    }
}
