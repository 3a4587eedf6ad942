package org.progressledger.query.transparency;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.sealing.SealedLog;
import org.progressledger.ledger.tree.TilePath;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The log itself, exactly as c2sp.org/tlog-tiles wants it: files that programs of others fetch. */
@RestController
@Hidden // its description is that specification
class TilesController {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final SealedLog sealed;
    private final LogDesk desk;

    TilesController(SealedLog sealed, LogDesk desk) {
        this.sealed = sealed;
        this.desk = desk;
    }

    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return text(desk.latest().note());
    }

    /** The key that signs at present, on a line of its own. */
    @GetMapping("/ledger.vkey")
    ResponseEntity<byte[]> verifierKey() {
        return text(desk.head().verifierKeys().getLast() + "\n");
    }

    private static ResponseEntity<byte[]> text(String text) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing beyond the newest checkpoint: what an unfinished seal left could be kept by caches for ever. */
    @GetMapping("/tile/{*path}")
    ResponseEntity<byte[]> tile(
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        TilePath path = TilePath.parse(request.getRequestURI().substring(1)).orElseThrow(TilesController::notThere);
        if (!path.isWithin(sealed.head().orElseThrow(TilesController::notThere).size())) {
            throw notThere();
        }
        byte[] tile = sealed.tiles().tile(path).orElseThrow(TilesController::notThere);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(FOR_EVER);
        if (!path.holdsEntries()) {
            return answer.body(tile); // hashes do not compress
        }
        answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return encodings != null && encodings.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(gzip(tile))
                : answer.body(tile);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(small)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written", e);
        }
        return small.toByteArray();
    }

    private static ProblemException notThere() {
        return new ProblemException(CommonReason.NOT_FOUND);
    }
}
