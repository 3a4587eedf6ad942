package org.progressledger.ledger.anchoring;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.progressledger.ledger.note.Cosignature;
import org.progressledger.ledger.note.NoteRefused;
import org.progressledger.ledger.note.SignedNote;
import org.progressledger.ledger.tree.ConsistencyProof;
import org.progressledger.ledger.tree.Hash;

/** Speaks c2sp.org/tlog-witness: hands a checkpoint in, and reads what the witness says to it. */
final class WitnessClient {

    private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\n");
    private static final int SHOWN = 200;

    private final Post post;

    WitnessClient(Post post) {
        this.post = post;
    }

    /** What a witness says. */
    sealed interface Answer {}

    /** It cosigned. */
    record Cosigned(Cosignature cosignature) implements Answer {}

    /** The checkpoint that it cosigned last has another size than was said, or, if the same, another root than ours. */
    record HoldsAnother(long size) implements Answer {}

    /** It does not cosign. */
    record Refused(int status, String reason) implements Answer {}

    /**
     * Asks a witness to cosign.
     *
     * @param note the signed checkpoint
     * @param proof from the size that the witness is thought to have cosigned last
     * @throws IOException if no whole answer came in time
     */
    Answer addCheckpoint(Witness witness, ConsistencyProof proof, String note) throws IOException {
        StringBuilder body = new StringBuilder("old ").append(proof.from()).append('\n');
        proof.path().stream()
                .map(Hash::base64)
                .forEach(hash -> body.append(hash).append('\n'));
        body.append('\n').append(note);
        Post.Reply reply = post.send(
                address(witness.url()),
                "application/octet-stream",
                body.toString().getBytes(StandardCharsets.UTF_8));
        String told = new String(reply.body(), StandardCharsets.UTF_8);
        return switch (reply.status()) {
            case 200 -> cosigned(witness, told, note);
            case 409 -> holdsAnother(told);
            default -> new Refused(reply.status(), shown(told));
        };
    }

    private static URI address(URI prefix) {
        String url = prefix.toString();
        return URI.create(url + (url.endsWith("/") ? "" : "/") + "add-checkpoint");
    }

    private static Answer cosigned(Witness witness, String told, String note) {
        try {
            List<Cosignature> ours =
                    Cosignature.among(told, SignedNote.parse(note).text(), List.of(witness.key()));
            return ours.isEmpty()
                    ? new Refused(200, "it cosigned with another key than " + witness.key())
                    : new Cosigned(ours.getFirst());
        } catch (NoteRefused e) {
            return new Refused(200, String.valueOf(e.getMessage()));
        }
    }

    private static Answer holdsAnother(String told) {
        // the type is not looked at: what is read as a number is only used to make another proof
        return SIZE.matcher(told).matches()
                ? new HoldsAnother(Long.parseLong(told.strip()))
                : new Refused(409, "it does not say which size it holds: " + shown(told));
    }

    private static String shown(String told) {
        String line = told.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
    }
}
