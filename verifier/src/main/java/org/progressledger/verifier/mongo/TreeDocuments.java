package org.progressledger.verifier.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.progressledger.ledger.note.NoteRefused;
import org.progressledger.ledger.note.VerifierKey;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.StatedKey;
import org.progressledger.verifier.StoredCheckpoint;
import org.progressledger.verifier.StoredCheckpoint.Anchors;
import org.progressledger.verifier.Wrong;

/** What the sealer stores beside the commits, each field of exactly the type that it writes. */
public final class TreeDocuments {
    /** The one document with keys and newest checkpoint. */
    public static final String HEAD = "tree_head";
    /** All checkpoints. */
    public static final String CHECKPOINTS = "tree_checkpoints";
    /** What others said of checkpoints. */
    public static final String ANCHORS = "tree_anchors";

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();
    private static final Set<String> CHECKPOINT_FIELDS = Set.of("_id", "size", "note", "sealedAt");

    private TreeDocuments() {}

    /** A document with all its fields; wrong if it is not BSON. */
    static BsonDocument decoded(RawBsonDocument document, String where) {
        try {
            return document.decode(CODEC);
        } catch (RuntimeException e) { // bytes that no driver wrote
            throw malformed(where);
        }
    }

    /** @throws Wrong if it has no such list, or a key is none */
    public static List<StatedKey> keys(BsonDocument head) {
        if (!head.isArray("keys")) {
            throw malformed(HEAD + ".keys");
        }
        List<StatedKey> keys = new ArrayList<>();
        for (BsonValue value : head.getArray("keys")) {
            String where = HEAD + ".keys." + keys.size();
            if (!value.isDocument()
                    || value.asDocument().size() != 2
                    || !value.asDocument().isString("key")
                    || !value.asDocument().isInt64("fromTreeSize")) {
                throw malformed(where);
            }
            keys.add(key(value.asDocument(), where));
            long from = keys.getLast().fromTreeSize();
            boolean inOrder = keys.size() == 1
                    ? from == 0 // the first one signs from the beginning
                    : from >= Math.max(1, keys.get(keys.size() - 2).fromTreeSize());
            if (!inOrder) {
                throw malformed(where + ".fromTreeSize");
            }
        }
        return keys;
    }

    private static StatedKey key(BsonDocument document, String where) {
        try {
            return new StatedKey(
                    VerifierKey.parse(document.getString("key").getValue()),
                    document.getInt64("fromTreeSize").getValue());
        } catch (NoteRefused e) {
            throw malformed(where + ".key");
        }
    }

    /** The newest checkpoint, if the head has one. */
    public static List<StoredCheckpoint> newest(BsonDocument head) {
        if (!head.containsKey("note") && !head.containsKey("size")) {
            return List.of();
        }
        return List.of(read(head, HEAD));
    }

    /** One of all checkpoints. */
    public static StoredCheckpoint checkpoint(BsonDocument document) {
        if (!document.isInt64("_id")) {
            throw malformed(CHECKPOINTS + "._id");
        }
        String where = CHECKPOINTS + '.' + document.getInt64("_id").getValue();
        for (String field : document.keySet()) {
            if (!CHECKPOINT_FIELDS.contains(field)) {
                throw malformed(where + '.' + field);
            }
        }
        StoredCheckpoint read = read(document, where);
        if (read.size() != document.getInt64("_id").getValue()) {
            throw malformed(where + ".size");
        }
        return read;
    }

    private static StoredCheckpoint read(BsonDocument document, String where) {
        if (!document.isInt64("size")) {
            throw malformed(where + ".size");
        }
        if (!document.isString("note")) {
            throw malformed(where + ".note");
        }
        if (!document.isDateTime("sealedAt")) {
            throw malformed(where + ".sealedAt");
        }
        return new StoredCheckpoint(
                document.getInt64("size").getValue(), document.getString("note").getValue(), where + ".note");
    }

    /**
     * What others said of a checkpoint.
     *
     * @throws Wrong if it is not in its form
     */
    public static Anchors anchors(BsonDocument document) {
        String where = ANCHORS + '.' + size(document);
        StringBuilder lines = new StringBuilder();
        for (BsonValue value : document.containsKey("cosignatures") ? array(document, where) : new BsonArray()) {
            BsonDocument cosignature = value.isDocument() ? value.asDocument() : new BsonDocument();
            if (!cosignature.isString("line") || !cosignature.isString("witness") || !cosignature.isDateTime("at")) {
                throw malformedAnchor(where + ".cosignatures");
            }
            lines.append(cosignature.getString("line").getValue());
        }
        if (!document.containsKey("timestamp")) {
            return new Anchors(lines.toString(), Optional.empty(), where);
        }
        if (!document.isDocument("timestamp")
                || !document.getDocument("timestamp").isBinary("token")
                || !document.getDocument("timestamp").isDateTime("at")) {
            throw malformedAnchor(where + ".timestamp");
        }
        byte[] token = document.getDocument("timestamp").getBinary("token").getData();
        return new Anchors(lines.toString(), Optional.of(token), where);
    }

    private static BsonArray array(BsonDocument document, String where) {
        if (!document.isArray("cosignatures")) {
            throw malformedAnchor(where + ".cosignatures");
        }
        return document.getArray("cosignatures");
    }

    /** The size of the checkpoint that a document is of; -1 if it is of none. */
    static long size(BsonDocument document) {
        return document.isInt64("_id") ? document.getInt64("_id").getValue() : -1;
    }

    private static Wrong malformedAnchor(String where) {
        return new Wrong(new Finding(Kind.ANCHOR_MALFORMED, -1, where, "", ""));
    }

    private static Wrong malformed(String where) {
        return new Wrong(new Finding(Kind.CHECKPOINT_MALFORMED, -1, where, "", ""));
    }
}
