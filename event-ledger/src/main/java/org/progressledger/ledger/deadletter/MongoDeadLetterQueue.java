package org.progressledger.ledger.deadletter;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.NoSuchDeadLetterException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.WrongDeadLetterTypeException;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Axon's sequenced dead-letter queue in one collection, a document for each sequence. Every change is one conditional write of
 * one document, acknowledged by the majority; no transaction is needed, and what needs no index of its own serves the
 * embedded store as well.
 *
 * <ul>
 *   <li>An event that is enqueued again, because the batch in which it failed is handled again, is in the queue once.
 *   <li>{@link #enqueueIfPresent} either adds to a sequence that has letters or adds nothing: it cannot leave an event alone
 *       in a sequence whose last letter is being evicted.
 *   <li>A sequence is processed by one at a time, of all processes that use the collection. A claim ends by itself when its
 *       process is gone; one that merely was slow finds out with its next letter, and lets go.
 * </ul>
 *
 * <p>Sequences are told apart by the text of their identifiers. Troubles of the database reach the caller as the driver
 * throws them.
 */
public final class MongoDeadLetterQueue implements SequencedDeadLetterQueue<EventMessage<?>> {
    private final MongoCollection<Document> sequences;
    private final LetterContent content;
    private final DeadLetterSettings settings;
    private final InstantSource clock;

    /** @param collection of this queue alone */
    public MongoDeadLetterQueue(
            MongoDatabase database,
            String collection,
            LetterContent content,
            DeadLetterSettings settings,
            InstantSource clock) {
        this.sequences = database.getCollection(collection)
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY)
                .withTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        this.content = content;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter) {
        String id = id(sequenceIdentifier);
        while (!append(id, letter) && !start(id, letter)) {
            // somebody else changed the sequence in between
        }
    }

    @Override
    public boolean enqueueIfPresent(
            Object sequenceIdentifier, Supplier<DeadLetter<? extends EventMessage<?>>> letterBuilder) {
        String id = id(sequenceIdentifier);
        // most events belong to no sequence: these are not even made into letters
        if (!contains(id)) {
            return false;
        }
        DeadLetter<? extends EventMessage<?>> letter = letterBuilder.get();
        while (!append(id, letter)) {
            if (!contains(id)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the sequence was there and has the letter now. */
    private boolean append(String id, DeadLetter<? extends EventMessage<?>> letter) {
        Optional<KeptSequence> found = find(id);
        if (found.isEmpty()) {
            return false;
        }
        KeptSequence sequence = found.get();
        if (sequence.letterOf(letter.message().getIdentifier()).isPresent()) {
            return true;
        }
        if (sequence.letters().size() >= settings.mostLetters()) {
            throw new DeadLetterQueueOverflowException((Object) id);
        }
        return replace(sequence, sequence.with(KeptLetter.of(id, sequence.next(), letter, content, clock)));
    }

    /** Whether the sequence was not there and has the letter now. */
    private boolean start(String id, DeadLetter<? extends EventMessage<?>> letter) {
        if (sequences.countDocuments(Filters.ne("_id", id)) >= settings.mostSequences()) {
            throw new DeadLetterQueueOverflowException(
                    "As many sequences as may be are kept already: " + settings.mostSequences());
        }
        try {
            sequences.insertOne(KeptSequence.startedBy(KeptLetter.of(id, 0, letter, content, clock))
                    .document());
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        KeptLetter gone = ours(letter);
        Optional<KeptSequence> found;
        do {
            found = find(gone.sequence()).filter(sequence -> sequence.same(gone).isPresent());
        } while (found.isPresent() && !replace(found.get(), found.get().without(gone)));
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter,
            UnaryOperator<DeadLetter<? extends EventMessage<?>>> letterUpdater) {
        KeptLetter known = ours(letter);
        KeptLetter changed = ours(letterUpdater.apply(known.markTouched()));
        KeptSequence sequence;
        do {
            sequence = find(known.sequence())
                    .filter(found -> found.same(known).isPresent())
                    .orElseThrow(() -> new NoSuchDeadLetterException(
                            "No letter " + known.index() + " in sequence " + known.sequence()));
        } while (!replace(sequence, sequence.replacing(changed)));
    }

    private static KeptLetter ours(DeadLetter<? extends EventMessage<?>> letter) {
        if (letter instanceof KeptLetter kept) {
            return kept;
        }
        throw new WrongDeadLetterTypeException("Not a letter of this queue: " + letter.getClass());
    }

    @Override
    public boolean contains(Object sequenceIdentifier) {
        return sequences
                        .find(Filters.eq("_id", id(sequenceIdentifier)))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequenceIdentifier) {
        return List.copyOf(lettersOf(sequenceIdentifier));
    }

    /** The letters of a sequence in order; none if it is not there. */
    public List<KeptLetter> lettersOf(Object sequenceIdentifier) {
        return find(id(sequenceIdentifier)).map(KeptSequence::letters).orElse(List.of());
    }

    /** Each sequence with its letters, those first that were touched longest ago. */
    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        List<Iterable<DeadLetter<? extends EventMessage<?>>>> all = new ArrayList<>();
        sequences().forEach(letters -> all.add(List.copyOf(letters)));
        return all;
    }

    /** The same with what is kept of each letter. */
    public List<List<KeptLetter>> sequences() {
        return inOrder().stream().map(KeptSequence::letters).toList();
    }

    /** The identifiers of all sequences, as texts, in no order. */
    public List<String> sequenceIdentifiers() {
        return sequences
                .find()
                .projection(Projections.include("_id"))
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>());
    }

    private List<KeptSequence> inOrder() {
        List<KeptSequence> all = new ArrayList<>();
        sequences.find().forEach(found -> all.add(KeptSequence.read(found, content, clock)));
        all.sort(Comparator.comparing(sequence -> sequence.letters().getFirst().lastTouched()));
        return all;
    }

    @Override
    public boolean isFull(Object sequenceIdentifier) {
        long letters = sequenceSize(sequenceIdentifier);
        return letters == 0 ? amountOfSequences() >= settings.mostSequences() : letters >= settings.mostLetters();
    }

    @Override
    public long size() {
        long letters = 0;
        for (Document sequence : sequences.find().projection(Projections.include(KeptSequence.COUNT))) {
            letters += sequence.getInteger(KeptSequence.COUNT);
        }
        return letters;
    }

    @Override
    public long sequenceSize(Object sequenceIdentifier) {
        Document found = sequences
                .find(Filters.eq("_id", id(sequenceIdentifier)))
                .projection(Projections.include(KeptSequence.COUNT))
                .first();
        return found == null ? 0 : found.getInteger(KeptSequence.COUNT);
    }

    @Override
    public long amountOfSequences() {
        return sequences.countDocuments();
    }

    /**
     * Processes the sequence that was touched longest ago, of those that nobody else processes and whose first letter the
     * filter lets through. What the task throws ends the processing with the letter where it was.
     *
     * @return whether all letters of a sequence were processed and are gone
     */
    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> sequenceFilter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> processingTask) {
        for (KeptSequence sequence : inOrder()) {
            if (sequence.isFree(clock.instant())
                    && sequenceFilter.test(sequence.letters().getFirst())) {
                KeptSequence claimed = sequence.claimed(UUID.randomUUID().toString(), claimEnd());
                if (replace(sequence, claimed)) {
                    return process(claimed, processingTask);
                }
            }
        }
        return false;
    }

    private boolean process(
            KeptSequence claimed,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> processingTask) {
        try {
            KeptSequence sequence = claimed;
            while (true) {
                KeptLetter letter = sequence.letters().getFirst();
                EnqueueDecision<EventMessage<?>> decision = processingTask.apply(letter);
                if (decision.shouldEnqueue()) {
                    KeptLetter again = ours(decision.withDiagnostics(
                            letter.withCause(decision.enqueueCause().orElse(null))));
                    changed(claimed, held -> held.replacing(again));
                    return false;
                }
                KeptSequence left = changed(claimed, held -> held.without(letter));
                if (left == null) {
                    return false;
                }
                if (left.letters().isEmpty()) {
                    return true;
                }
                sequence = left;
            }
        } finally {
            changed(claimed, held -> held.claimed("", Instant.EPOCH));
        }
    }

    /** The sequence as it was left, claimed anew; null if the claim was lost meanwhile. */
    private @Nullable KeptSequence changed(KeptSequence claim, UnaryOperator<KeptSequence> change) {
        while (true) {
            Optional<KeptSequence> held =
                    find(claim.id()).filter(found -> found.claimedBy().equals(claim.claimedBy()));
            if (held.isEmpty()) {
                return null;
            }
            KeptSequence left = change.apply(held.get().claimed(claim.claimedBy(), claimEnd()));
            if (replace(held.get(), left)) {
                return left;
            }
        }
    }

    private Instant claimEnd() {
        return clock.instant().plus(settings.claim());
    }

    @Override
    public void clear() {
        sequences.deleteMany(new Document());
    }

    private Optional<KeptSequence> find(String id) {
        return Optional.ofNullable(sequences.find(Filters.eq("_id", id)).first())
                .map(found -> KeptSequence.read(found, content, clock));
    }

    /** Whether the sequence still was as it was read, and is what follows now; a sequence without letters is none. */
    private boolean replace(KeptSequence before, KeptSequence after) {
        Document asItWas = new Document("_id", before.id()).append(KeptSequence.REVISION, before.revision());
        if (after.letters().isEmpty()) {
            return sequences.deleteOne(asItWas).getDeletedCount() == 1;
        }
        try {
            return sequences.replaceOne(asItWas, after.document()).getMatchedCount() == 1;
        } catch (BsonMaximumSizeExceededException tooLarge) {
            throw new DeadLetterQueueOverflowException((Object) before.id());
        }
    }

    private static String id(Object sequenceIdentifier) {
        return sequenceIdentifier.toString();
    }
}
