package org.progressledger.ledger.sealing;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.progressledger.ledger.note.NoteRefused;
import org.progressledger.ledger.note.SigningKey;
import org.progressledger.ledger.sealing.Refusal.Reason;
import org.progressledger.ledger.tree.Checkpoint;

/**
 * What lies outside the database: the signing key, its verifier key, the last signed checkpoint, what was found changed, and
 * a wish for another key.
 */
final class KeyFiles {

    private final DurableFile key;
    private final DurableFile nextKey;
    private final DurableFile rotate;
    private final DurableFile verifierKey;
    private final DurableFile checkpoint;
    private final DurableFile changed;

    KeyFiles(SealingSettings settings) {
        key = DurableFile.secret(settings.keyFile());
        nextKey = DurableFile.secret(settings.fileEnding(".key.next"));
        rotate = DurableFile.secret(settings.fileEnding(".key.rotate"));
        verifierKey = DurableFile.open(settings.fileEnding(".vkey"));
        checkpoint = DurableFile.open(settings.fileEnding(".checkpoint"));
        changed = DurableFile.open(settings.fileEnding(".changed"));
    }

    /** The signing key, if there is one here. */
    Optional<SigningKey> key() {
        return read(key);
    }

    /** A key that was made to take the place of the present one. */
    Optional<SigningKey> nextKey() {
        return read(nextKey);
    }

    private static Optional<SigningKey> read(DurableFile file) {
        return file.read().map(text -> {
            List<String> lines = text.lines().toList();
            try {
                return SigningKey.parse(lines.getFirst(), lines.getLast());
            } catch (NoteRefused | NoSuchElementException e) {
                throw new SealingRefused(Reason.KEY_DIFFERS, "No signing key in " + file.path(), e);
            }
        });
    }

    SigningKey make(String origin) {
        return write(key, SigningKey.generate(origin));
    }

    SigningKey makeNext(String origin) {
        return write(nextKey, SigningKey.generate(origin));
    }

    private static SigningKey write(DurableFile file, SigningKey signing) {
        file.write(signing.secret() + "\n" + signing.verifier() + "\n");
        return signing;
    }

    boolean isRotationWanted() {
        return rotate.read().isPresent();
    }

    /** The next key becomes the present one; the secret of the present one is gone then. */
    void takeNextKey() {
        rotate.delete();
        nextKey.replace(key);
    }

    /** Makes sure that the verifier key lies beside the key. */
    void showVerifierKey(SigningKey signing) {
        String line = signing.verifier() + "\n";
        if (!verifierKey.read().equals(Optional.of(line))) {
            verifierKey.write(line);
        }
    }

    /** The last checkpoint that was signed here or found published. Nobody but us writes it, so its signature is not asked for. */
    Optional<Checkpoint> lastSigned() {
        return checkpoint.read().map(note -> {
            try {
                return Checkpoint.unverified(note);
            } catch (NoteRefused e) {
                throw new SealingRefused(Reason.FILE_UNUSABLE, "No checkpoint in " + checkpoint.path(), e);
            }
        });
    }

    void remember(String note) {
        checkpoint.write(note);
    }

    /** First position of the events that were found changed. */
    Optional<Long> foundChanged() {
        return changed.read().map(text -> {
            try {
                return Long.parseLong(text.lines().findFirst().orElse(""));
            } catch (NumberFormatException e) {
                throw new SealingRefused(Reason.FILE_UNUSABLE, "No position in " + changed.path(), e);
            }
        });
    }

    void rememberChanged(long position, String detail) {
        changed.write(position + "\n" + detail + "\n");
    }

    void forgetChanged() {
        changed.delete();
    }
}
