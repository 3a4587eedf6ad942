package org.progressledger.verifier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.verifier.Verdict.Outcome.UNREADABLE;
import static org.progressledger.verifier.Verdict.Outcome.VERIFIED;
import static org.progressledger.verifier.Verdict.Outcome.WRONG;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.tree.GrowingTree;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.Golden;
import org.progressledger.verifier.LedgerCheck;
import org.progressledger.verifier.Progress;
import org.progressledger.verifier.Verdict;
import org.progressledger.verifier.Verdict.Remark;
import tools.jackson.databind.json.JsonMapper;

class ServedCopyTest {
    private final Map<String, byte[]> files = new HashMap<>();
    private final List<String> authorized = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        GrowingTree tree = new GrowingTree(tile -> {});
        List<Map<String, Object>> events = new ArrayList<>();
        for (LedgerEvent event : Golden.events()) {
            tree.append(event.logEntry().bytes());
            events.add(told(event));
        }
        tree.edge().forEach(tile -> files.put("/" + tile.path(), tile.bytes()));
        files.put("/checkpoint", Golden.bytes("small-ledger.checkpoint"));
        files.put("/ledger.vkey", Golden.bytes("small-ledger.vkey"));
        files.put(
                "/api/v1/events?stored=true&from=0&limit=3", JsonMapper.shared().writeValueAsBytes(events));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] file = files.get(exchange.getRequestURI().toString());
            if (exchange.getRequestHeaders().containsKey("Authorization")) {
                authorized.add(exchange.getRequestURI().getPath());
            }
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
            if (file != null) {
                exchange.getResponseBody().write(file);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static Map<String, Object> told(LedgerEvent event) {
        Map<String, Object> stored = new LinkedHashMap<>();
        stored.put("payload", event.payload());
        stored.put("payloadSalt", event.payloadSalt());
        stored.put("metadata", event.metadataJson());
        stored.put("metadataSalt", event.metadataSalt());
        return Map.of("position", event.position(), "eventId", event.eventId(), "stored", stored);
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private Verdict check(Service service) {
        return new LedgerCheck(Golden.known(), 1).check(new ServedCopy(service), Progress.SILENT);
    }

    private Verdict open() {
        return check(Service.open(base()));
    }

    private Verdict withAccount() {
        return check(Service.as(base(), "auditor", "secret"));
    }

    private static void assertFound(Verdict verdict, Kind kind, long position, String field) {
        assertThat(verdict.outcome()).isEqualTo(WRONG);
        Finding found = verdict.finding().orElseThrow();
        assertThat(List.of(found.kind(), found.position(), found.field())).isEqualTo(List.of(kind, position, field));
    }

    @Test
    void a_served_log_is_verified_without_an_account() {
        Verdict verdict = open();
        assertThat(verdict.outcome()).isEqualTo(VERIFIED);
        assertThat(verdict.counts().events()).isEqualTo(3);
        assertThat(verdict.counts().tiles()).isEqualTo(2);
        assertThat(verdict.remarks()).containsExactly(Remark.PAYLOADS_NOT_SEEN);
        assertThat(authorized).isEmpty();
    }

    @Test
    void with_an_account_the_events_are_verified_too_and_only_where_it_is_needed_is_it_shown() {
        Verdict verdict = withAccount();
        assertThat(verdict.outcome()).isEqualTo(VERIFIED);
        assertThat(verdict.remarks()).isEmpty();
        assertThat(authorized).containsExactly("/api/v1/ledger/checkpoints", "/api/v1/events");
    }

    @Test
    void another_payload_is_named() {
        files.computeIfPresent(
                "/api/v1/events?stored=true&from=0&limit=3",
                (path, json) -> text(json).replaceFirst("12[.]50", "21.50").getBytes(StandardCharsets.UTF_8));
        assertFound(withAccount(), Kind.EVENT_NOT_AS_PUBLISHED, 0, "payload");
    }

    @Test
    void another_event_id_is_named() {
        String id = Golden.events().get(2).eventId();
        files.computeIfPresent(
                "/api/v1/events?stored=true&from=0&limit=3",
                (path, json) -> text(json)
                        .replace("\"eventId\":\"" + id, "\"eventId\":\"other")
                        .getBytes(StandardCharsets.UTF_8));
        assertFound(withAccount(), Kind.EVENT_NOT_AS_PUBLISHED, 2, "eventId");
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    @Test
    void any_altered_bit_of_a_tile_is_noticed() {
        for (String path : List.of("/tile/0/000.p/3", "/tile/entries/000.p/3")) {
            byte[] genuine = files.get(path);
            for (int at = 0; at < genuine.length; at += 13) {
                byte[] altered = genuine.clone();
                altered[at] ^= 1;
                files.put(path, altered);
                assertThat(open().outcome()).as("%s, byte %d", path, at).isEqualTo(WRONG);
            }
            files.put(path, genuine);
        }
    }

    @Test
    void a_missing_bundle_is_named() {
        files.remove("/tile/entries/000.p/3");
        assertFound(open(), Kind.TILE_MISSING, 0, "tile/entries/000.p/3");
    }

    @Test
    void the_full_bundle_serves_as_well() {
        byte[] entries = files.remove("/tile/entries/000.p/3");
        files.put("/tile/entries/000", entries);
        assertThat(open().outcome()).isEqualTo(VERIFIED);
    }

    @Test
    void a_service_without_checkpoint_is_not_what_the_auditor_knew() {
        files.remove("/checkpoint");
        assertFound(open(), Kind.KEPT_IS_LONGER, 0, "kept");
    }

    @Test
    void a_service_that_refuses_could_not_be_read() {
        files.remove("/api/v1/events?stored=true&from=0&limit=3");
        assertThat(withAccount().outcome()).isEqualTo(UNREADABLE);
    }
}
