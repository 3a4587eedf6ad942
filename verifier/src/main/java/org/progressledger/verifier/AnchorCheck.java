package org.progressledger.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.progressledger.ledger.note.Cosignature;
import org.progressledger.ledger.note.NoteRefused;
import org.progressledger.ledger.note.SignedNote;
import org.progressledger.ledger.timestamp.TimestampCheck;
import org.progressledger.ledger.timestamp.TimestampRefused;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.StoredCheckpoint.Anchors;

/** Looks at what others said of checkpoints. Safe for many threads. */
public final class AnchorCheck {
    private final Outsiders outsiders;

    public AnchorCheck(Outsiders outsiders) {
        this.outsiders = outsiders;
    }

    /**
     * What others said of a checkpoint.
     *
     * @param isWitnessed whether enough of the known witnesses cosigned it
     * @param stampedAt when a trusted authority stamped it
     * @param passedOver whether there is a word of somebody of whom nothing is known
     */
    public record Anchored(boolean isWitnessed, Optional<Instant> stampedAt, boolean passedOver) {}

    /**
     * Looks at all that is kept of a checkpoint whose own signature is right.
     *
     * @throws Wrong if a line of a known witness, or a token, is not right
     */
    public Anchored of(StoredCheckpoint stored) {
        String size = Long.toString(stored.size());
        SignedNote note = SignedNote.parse(stored.note());
        String below = stored.note().substring(note.text().length() + 1);
        Anchors anchors = stored.anchors();
        List<Cosignature> cosigned;
        try {
            cosigned = Cosignature.among(below + anchors.lines(), note.text(), outsiders.witnesses());
        } catch (NoteRefused e) {
            throw new Wrong(
                    new Finding(Kind.COSIGNATURE_WRONG, -1, anchors.where(), size, String.valueOf(e.getMessage())));
        }
        boolean isUnknown = outsiders.witnesses().isEmpty()
                        && (note.signatures().size() > 1 || !anchors.lines().isEmpty())
                || outsiders.authorities().isEmpty() && anchors.token().isPresent();
        boolean isWitnessed = !outsiders.witnesses().isEmpty() && cosigned.size() >= outsiders.quorum();
        return new Anchored(isWitnessed, stampedAt(stored, note.text(), below), isUnknown);
    }

    /** What is stamped is the note as the log signed it, without the lines of witnesses. */
    private Optional<Instant> stampedAt(StoredCheckpoint stored, String text, String below) {
        Anchors anchors = stored.anchors();
        if (anchors.token().isEmpty() || outsiders.authorities().isEmpty()) {
            return Optional.empty();
        }
        String signed = text + '\n' + below.substring(0, below.indexOf('\n') + 1);
        try {
            return Optional.of(TimestampCheck.stampedAt(
                    anchors.token().get(), signed.getBytes(StandardCharsets.UTF_8), outsiders.authorities()));
        } catch (TimestampRefused e) {
            String size = Long.toString(stored.size());
            throw new Wrong(
                    new Finding(Kind.TIMESTAMP_WRONG, -1, anchors.where(), size, String.valueOf(e.getMessage())));
        }
    }
}
