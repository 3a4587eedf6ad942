package org.progressledger.verifier.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.progressledger.verifier.CopyUnreadable;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.StoredCheckpoint;
import org.progressledger.verifier.StoredCheckpoint.Anchors;
import org.progressledger.verifier.Wrong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The newest of all checkpoints with what others said of them, as {@code GET /api/v1/ledger/checkpoints} tells them. */
final class ToldCheckpoints {
    private static final String PATH = "/api/v1/ledger/checkpoints";
    private static final int PAGES = 5;
    private static final int PAGE_SIZE = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private ToldCheckpoints() {}

    /** By size; only those of which others said something, and none larger than that. */
    static List<StoredCheckpoint> newest(Service service, long largest) {
        List<StoredCheckpoint> found = new ArrayList<>();
        boolean more = true;
        for (int page = 0; page < PAGES && more; page++) {
            Optional<byte[]> answer = service.get(PATH + "?page=%d&size=%d".formatted(page, PAGE_SIZE));
            JsonNode items = answer.map(ToldCheckpoints::items).orElseGet(JSON::createArrayNode);
            items.forEach(
                    item -> read(item).filter(one -> one.size() <= largest).ifPresent(found::addFirst));
            more = items.size() == PAGE_SIZE;
        }
        return found;
    }

    private static JsonNode items(byte[] answer) {
        try {
            return JSON.readTree(answer).path("items");
        } catch (JacksonException e) {
            throw new CopyUnreadable("The service's checkpoints are not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Optional<StoredCheckpoint> read(JsonNode item) {
        String where = PATH + "#" + item.path("size").asLong(-1);
        String token = item.path("timestamp").asString("");
        String note = item.path("note").asString("");
        boolean isCosigned =
                note.lines().filter(line -> line.startsWith("\u2014 ")).count() > 1;
        if (token.isEmpty() && !isCosigned) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> der = token.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(token.getBytes(StandardCharsets.US_ASCII)));
            return Optional.of(
                    new StoredCheckpoint(item.path("size").asLong(-1), note, where, new Anchors("", der, where)));
        } catch (IllegalArgumentException e) {
            throw new Wrong(Finding.of(Kind.ANCHOR_MALFORMED, where, ""));
        }
    }
}
