package org.progressledger.ledger.deadletter;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A letter as the queue keeps it. What is changed of one is another letter; the queue has it when it is put back. */
public final class KeptLetter implements DeadLetter<EventMessage<?>> {
    private static final String INDEX = "index";
    private static final String EVENT = "event";
    private static final String ENQUEUED_AT = "enqueuedAt";
    private static final String LAST_TOUCHED = "lastTouched";
    private static final String CAUSE = "cause";
    private static final String DIAGNOSTICS = "diagnostics";
    private static final String CONTENT = "content";

    private final String sequence;
    private final Document stored;
    private final LetterContent content;
    private final InstantSource clock;

    KeptLetter(String sequence, Document stored, LetterContent content, InstantSource clock) {
        this.sequence = sequence;
        this.stored = stored;
        this.content = content;
        this.clock = clock;
    }

    static KeptLetter of(
            String sequence,
            long index,
            DeadLetter<? extends EventMessage<?>> letter,
            LetterContent content,
            InstantSource clock) {
        Document stored = new Document(INDEX, index)
                .append(EVENT, letter.message().getIdentifier())
                .append(ENQUEUED_AT, letter.enqueuedAt().toString())
                .append(LAST_TOUCHED, letter.lastTouched().toString())
                .append(CAUSE, letter.cause().map(KeptLetter::document).orElse(null))
                .append(DIAGNOSTICS, documents(letter.diagnostics()))
                .append(CONTENT, content.keep(letter.message()));
        return new KeptLetter(sequence, stored, content, clock);
    }

    /** The sequence's identifier as text. */
    public String sequence() {
        return sequence;
    }

    /** Its place in the sequence: later letters have higher ones, and none is given twice while the sequence is there. */
    public long index() {
        return stored.getLong(INDEX);
    }

    String event() {
        return stored.getString(EVENT);
    }

    /** What is kept of the message. */
    public Document content() {
        return stored.get(CONTENT, Document.class);
    }

    Document stored() {
        return stored;
    }

    boolean is(KeptLetter other) {
        return sequence.equals(other.sequence) && index() == other.index() && event().equals(other.event());
    }

    @Override
    public EventMessage<?> message() {
        return content.read(content());
    }

    @Override
    public Optional<Cause> cause() {
        return Optional.ofNullable(stored.get(CAUSE, Document.class))
                .map(cause -> new ThrowableCause(cause.getString("type"), cause.getString("message")));
    }

    @Override
    public Instant enqueuedAt() {
        return Instant.parse(stored.getString(ENQUEUED_AT));
    }

    @Override
    public Instant lastTouched() {
        return Instant.parse(stored.getString(LAST_TOUCHED));
    }

    @Override
    public MetaData diagnostics() {
        MetaData all = MetaData.emptyInstance();
        for (Document each : stored.getList(DIAGNOSTICS, Document.class, List.of())) {
            all = all.and(each.getString("name"), each.get("value"));
        }
        return all;
    }

    @Override
    public KeptLetter markTouched() {
        return with(LAST_TOUCHED, clock.instant().toString());
    }

    /** Also touched; nothing leaves the cause that there is. */
    @Override
    public KeptLetter withCause(@Nullable Throwable cause) {
        return cause == null
                ? markTouched()
                : with(CAUSE, document(ThrowableCause.asCause(cause))).markTouched();
    }

    /** Text, numbers and truth are kept as they are, of anything else its text. */
    @Override
    public KeptLetter withDiagnostics(MetaData diagnostics) {
        return with(DIAGNOSTICS, documents(diagnostics));
    }

    private KeptLetter with(String field, Object value) {
        Document changed = new Document(stored);
        changed.put(field, value);
        return new KeptLetter(sequence, changed, content, clock);
    }

    private static Document document(Cause cause) {
        return new Document("type", cause.type()).append("message", cause.message());
    }

    private static List<Document> documents(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(each -> new Document("name", each.getKey()).append("value", plain(each.getValue())))
                .toList();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null
                        || value instanceof Integer
                        || value instanceof Long
                        || value instanceof Double
                        || value instanceof Boolean
                ? value
                : value.toString();
    }
}
