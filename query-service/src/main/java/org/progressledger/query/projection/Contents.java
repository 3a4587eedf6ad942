package org.progressledger.query.projection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.progressledger.events.Sha256;

/**
 * What is kept of a project, as digests of its documents by name: {@code projects/CODE}, {@code projects/CODE/timeline},
 * {@code steps_v1/CODE}. What each writer chooses for itself (when it wrote, the names of parts, counters) is no part of it, so
 * that the same log gives the same digests on any machine.
 *
 * @param position that all of it reflects; -1 where nothing is kept, or it does not reflect one and the same
 */
public record Contents(long position, Map<String, String> digests) {
    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
    private static final List<String> EACH_WRITERS_OWN =
            List.of("version", "parts", Folded.FOLDED_ON, KeptAcross.KEPT_AT);

    public Contents {
        digests = Map.copyOf(digests);
    }

    static String digest(String text) {
        return Sha256.ofBytes(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    static String digest(Document document) {
        Document compared = new Document(document);
        compared.keySet().removeAll(EACH_WRITERS_OWN);
        return digest(compared.toJson(CANONICAL));
    }

    /** One digest of all, by name. */
    public String digest() {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(digests)
                .forEach((name, digest) ->
                        all.append(name).append(' ').append(digest).append('\n'));
        return digest(all.toString());
    }
}
