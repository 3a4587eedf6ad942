package org.progressledger.ledger.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.note.NoteRefused;
import org.progressledger.ledger.note.StrictBase64;

/**
 * A proof that stands alone: an entry's place, its path to the root, and the checkpoint that signs the root.
 * c2sp.org/tlog-proof, kept in files ending in {@code .tlog-proof}.
 *
 * @param extra what the entry's bytes are, or anything else; nobody signs it. Null if there is none
 * @param index the entry's place in the log, from 0
 * @param path as in {@link InclusionProof}
 * @param checkpoint the signed note, as the log gave it
 */
@SuppressWarnings("ArrayRecordComponent")
public record TlogProof(byte @Nullable [] extra, long index, List<Hash> path, String checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final int MOST_HASHES = 63;

    public TlogProof {
        path = List.copyOf(path);
    }

    /** Without extra data. */
    public static TlogProof of(InclusionProof inclusion, String checkpoint) {
        return new TlogProof(null, inclusion.index(), inclusion.path(), checkpoint);
    }

    /** The proof in the format of a {@code .tlog-proof} file. */
    public String text() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        if (extra != null) {
            text.append(EXTRA).append(StrictBase64.encode(extra)).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /**
     * Whether the entry is in the tree of the checkpoint. Whether the log signed that one is for {@link Checkpoint#open} to say.
     *
     * @param opened the checkpoint, opened with the log's keys
     */
    public boolean proves(byte[] entry, Checkpoint opened) {
        return new InclusionProof(index, opened.size(), path).proves(Hash.ofLeaf(entry), opened.root());
    }

    /**
     * Reads a proof and trusts none of it.
     *
     * @throws NoteRefused if it is not one
     */
    public static TlogProof parse(String text) {
        int cut = text.indexOf("\n\n");
        List<String> lines =
                new ArrayList<>(List.of(text.substring(0, Math.max(cut, 0)).split("\n", -1)));
        if (cut < 0 || !lines.removeFirst().equals(HEADER)) {
            throw new NoteRefused("Not a proof: it begins with " + HEADER + " and ends with a checkpoint");
        }
        try {
            byte @Nullable [] extra = null;
            if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
                extra = StrictBase64.decode(lines.removeFirst().substring(EXTRA.length()));
            }
            String index = lines.isEmpty() ? "" : lines.removeFirst();
            if (!index.startsWith(INDEX)
                    || !NUMBER.matcher(index.substring(INDEX.length())).matches()
                    || lines.size() > MOST_HASHES) {
                throw new NoteRefused("A proof has an index and at most 63 hashes");
            }
            List<Hash> path = lines.stream().map(Hash::fromBase64).toList();
            return new TlogProof(extra, Long.parseLong(index.substring(INDEX.length())), path, text.substring(cut + 2));
        } catch (IllegalArgumentException e) {
            throw new NoteRefused("Not base64 of a hash, or of extra data", e);
        }
    }
}
