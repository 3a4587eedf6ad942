package org.progressledger.verifier.backup;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a backup holds; the last entry of its file, so that a file that broke off has none.
 *
 * @param takenAt when it was begun, RFC 3339
 * @param events in the ledger
 * @param sealed events under the newest checkpoint in it; 0 if there is none
 * @param collections in the order in which they were read
 */
public record Contents(String takenAt, long events, long sealed, List<Part> collections) {
    static final String ENTRY = "contents.json";
    private static final String FORMAT = "progress-ledger-backup/1";
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * A collection.
     *
     * @param sha256 of its entry {@code <name>.bson}, documents one behind the other, in hex
     */
    public record Part(String name, long documents, String sha256) {
        String entry() {
            return name + ".bson";
        }
    }

    /** Documents of all collections. */
    public long documents() {
        return collections.stream().mapToLong(Part::documents).sum();
    }

    byte[] written() {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("takenAt", takenAt);
        root.put("events", events);
        root.put("sealed", sealed);
        for (Part part : collections) {
            root.withArray("collections")
                    .addObject()
                    .put("name", part.name())
                    .put("documents", part.documents())
                    .put("sha256", part.sha256());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    static Contents read(byte[] written) {
        try {
            JsonNode root = JSON.readTree(written);
            if (!root.path("format").asString("").equals(FORMAT)) {
                throw new BackupRefused("This is no backup of the format " + FORMAT);
            }
            List<Part> parts = new ArrayList<>();
            for (JsonNode part : root.path("collections")) {
                parts.add(new Part(
                        part.path("name").asString(),
                        part.path("documents").asLong(),
                        part.path("sha256").asString()));
            }
            return new Contents(
                    root.path("takenAt").asString(),
                    root.path("events").asLong(),
                    root.path("sealed").asLong(),
                    parts);
        } catch (JacksonException e) {
            throw new BackupRefused("The list of contents cannot be read: " + e.getMessage(), e);
        }
    }
}
