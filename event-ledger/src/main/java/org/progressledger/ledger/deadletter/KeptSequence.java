package org.progressledger.ledger.deadletter;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * A sequence as it was read: one document with its letters, so that no two letters ever have one index, and whether
 * something stands in the queue is one question with one answer. Each state bears a revision that no other has, and replaces
 * only the state that it was made from.
 *
 * @param revision never used again, also when the sequence goes and comes back
 * @param next the index of the next letter
 * @param claimedBy empty when nobody processes it
 * @param claimedUntil when another may
 */
record KeptSequence(
        String id, ObjectId revision, long next, String claimedBy, Instant claimedUntil, List<KeptLetter> letters) {
    static final String REVISION = "revision";
    static final String COUNT = "count";

    static KeptSequence read(Document document, LetterContent content, InstantSource clock) {
        String id = document.getString("_id");
        return new KeptSequence(
                id,
                document.getObjectId(REVISION),
                document.getLong("next"),
                document.getString("claimedBy"),
                Instant.ofEpochMilli(document.getLong("claimedUntil")),
                document.getList("letters", Document.class).stream()
                        .map(letter -> new KeptLetter(id, letter, content, clock))
                        .toList());
    }

    static KeptSequence startedBy(KeptLetter letter) {
        return new KeptSequence(
                letter.sequence(), new ObjectId(), letter.index() + 1, "", Instant.EPOCH, List.of(letter));
    }

    Document document() {
        return new Document("_id", id)
                .append(REVISION, revision)
                .append("next", next)
                .append(COUNT, letters.size())
                .append("claimedBy", claimedBy)
                .append("claimedUntil", claimedUntil.toEpochMilli())
                .append("letters", letters.stream().map(KeptLetter::stored).toList());
    }

    KeptSequence with(KeptLetter added) {
        List<KeptLetter> more = new ArrayList<>(letters);
        more.add(added);
        return new KeptSequence(id, new ObjectId(), added.index() + 1, claimedBy, claimedUntil, List.copyOf(more));
    }

    KeptSequence without(KeptLetter gone) {
        return holding(letters.stream().filter(letter -> !letter.is(gone)).toList());
    }

    KeptSequence replacing(KeptLetter changed) {
        return holding(letters.stream()
                .map(letter -> letter.is(changed) ? changed : letter)
                .toList());
    }

    private KeptSequence holding(List<KeptLetter> others) {
        return new KeptSequence(id, new ObjectId(), next, claimedBy, claimedUntil, others);
    }

    KeptSequence claimed(String by, Instant until) {
        return new KeptSequence(id, new ObjectId(), next, by, until, letters);
    }

    boolean isFree(Instant now) {
        return claimedBy.isEmpty() || !claimedUntil.isAfter(now);
    }

    Optional<KeptLetter> letterOf(String event) {
        return letters.stream().filter(letter -> letter.event().equals(event)).findFirst();
    }

    Optional<KeptLetter> same(KeptLetter as) {
        return letters.stream().filter(letter -> letter.is(as)).findFirst();
    }
}
