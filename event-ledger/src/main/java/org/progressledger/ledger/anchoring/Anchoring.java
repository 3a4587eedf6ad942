package org.progressledger.ledger.anchoring;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.progressledger.ledger.note.Cosignature;
import org.progressledger.ledger.sealing.SealedCheckpoint;
import org.progressledger.ledger.sealing.SealedHead;
import org.progressledger.ledger.sealing.SealedLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the newest checkpoint anchored by others. {@link #tick} is called again and again, by one thread; the states are read by
 * any. It reads what was sealed, and the sealer knows nothing of it.
 */
public final class Anchoring implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Anchoring.class);

    private final SealedLog sealed;
    private final AnchoredLog anchored;
    private final int quorum;
    private final List<Witnessing> witnesses;
    private final Optional<Stamping> stamping;
    private final Post post;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile long witnessed;

    private Anchoring(MongoDatabase database, AnchoringSettings settings) {
        this.sealed = SealedLog.of(database);
        this.anchored = AnchoredLog.of(database);
        this.quorum = settings.quorum();
        this.post = new Post(settings.timeout());
        WitnessClient client = new WitnessClient(post);
        this.witnesses = settings.witnesses().stream()
                .map(witness -> new Witnessing(witness, client, sealed::tree))
                .toList();
        this.stamping = settings.authority().map(authority -> new Stamping(authority, new TimestampClient(post)));
    }

    /** Anchors the ledger in a database. */
    public static Anchoring of(MongoDatabase database, AnchoringSettings settings) {
        return new Anchoring(database, settings);
    }

    public List<WitnessState> witnesses() {
        return witnesses.stream().map(Witnessing::state).toList();
    }

    /** Size of the newest checkpoint that this process knows a quorum to have cosigned; 0 if none. */
    public long witnessedSize() {
        return witnessed;
    }

    public Optional<StampingState> stamping() {
        return stamping.map(Stamping::state);
    }

    /** Looks once, and asks whoever has not anchored the newest checkpoint. Never throws. */
    public void tick() {
        try {
            Optional<SealedCheckpoint> latest = sealed.head().flatMap(SealedHead::latest);
            if (latest.isPresent() && latest.get().checkpoint().size() > 0) {
                cosign(latest.get());
                stamp(latest.get());
            }
        } catch (RuntimeException e) {
            LOG.warn("Anchoring has to wait: {}", e.toString());
        }
    }

    private void cosign(SealedCheckpoint latest) {
        if (witnesses.isEmpty()) {
            return;
        }
        long size = latest.checkpoint().size();
        Map<String, String> there = anchored.cosignatures(size);
        List<Future<Optional<Cosignature>>> asked = new ArrayList<>();
        for (Witnessing witness : witnesses) {
            if (!there.containsKey(witness.state().name())) {
                asked.add(threads.submit(() -> witness.cosign(latest)));
            }
        }
        int count = (int) witnesses.stream()
                .filter(witness -> there.containsKey(witness.state().name()))
                .count();
        for (Future<Optional<Cosignature>> answer : asked) {
            Optional<Cosignature> cosignature = answered(answer);
            if (cosignature.isPresent()) {
                anchored.keep(size, cosignature.get());
                count++;
            }
        }
        if (quorum > 0 && count >= quorum && witnessed != size) {
            anchored.witnessed(size);
            witnessed = size;
        }
    }

    private static Optional<Cosignature> answered(Future<Optional<Cosignature>> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void stamp(SealedCheckpoint latest) {
        long size = latest.checkpoint().size();
        if (stamping.isPresent() && stamping.get().isDue(size)) {
            if (anchored.timestamp(size).isPresent()) {
                stamping.get().isThere(size);
            } else {
                stamping.get().stamp(latest).ifPresent(timestamp -> anchored.keep(size, timestamp));
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        post.close();
    }
}
