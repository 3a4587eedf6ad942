package org.progressledger.verifier.file;

import org.bson.BsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * The form of an exported ledger: lines of UTF-8, each a JSON object with one member and a newline.
 *
 * <ul>
 *   <li>first {@code {"head": ...}} with the format's name, the keys and the newest checkpoint;
 *   <li>then {@code {"checkpoint": ...}} and {@code {"commit": ...}}, stored documents in MongoDB's canonical Extended JSON (v2), by
 *       size and position, each checkpoint before the commit that reaches it, and before a checkpoint of which others said something
 *       {@code {"anchors": ...}};
 *   <li>last {@code {"end": ...}} with how many there are of each, and the SHA-256 of all bytes before this line.
 * </ul>
 *
 * The same ledger gives the same bytes, and each byte has only one way to be written.
 */
final class LedgerFile {
    static final String FORMAT = "progress-ledger-export/2";
    /** Without what others said of checkpoints. */
    static final String FIRST_FORMAT = "progress-ledger-export/1";

    static final String HEAD = "head";
    static final String ANCHORS = "anchors";
    static final String CHECKPOINT = "checkpoint";
    static final String COMMIT = "commit";
    static final String END = "end";
    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private LedgerFile() {}

    static String line(String kind, BsonDocument content) {
        return "{\"" + kind + "\": " + content.toJson(CANONICAL) + "}\n";
    }
}
