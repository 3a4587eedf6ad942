package org.progressledger.query.export.evidence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.export.Exports;
import org.progressledger.query.export.Order;
import org.progressledger.query.export.Order.Format;
import org.progressledger.query.export.Order.Kind;
import org.progressledger.query.printouts.RedactedPrintouts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A project's events as stored, and what is needed to check them elsewhere. */
@RestController
class EvidenceController {
    private final Exports exports;
    private final EvidenceReader reader;
    private final ProjectDesk desk;
    private final RedactedPrintouts printouts;
    private final JsonMapper mapper;

    EvidenceController(
            Exports exports, EvidenceReader reader, ProjectDesk desk, RedactedPrintouts printouts, JsonMapper mapper) {
        this.exports = exports;
        this.reader = reader;
        this.desk = desk;
        this.printouts = printouts;
        this.mapper = mapper;
    }

    @Operation(
            summary = "A project's events with salts and hashes, and how to check them, as one ZIP",
            tags = "Exports")
    @ApiResponse(
            responseCode = "200",
            description = "The file, sent as it is made",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1/projects/{code}/evidence-pack")
    void evidencePack(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletResponse response)
            throws IOException {
        ProjectDesk.Fresh<Evidence> read = desk.fresh(code, atLeast, asker, valid -> reader.read(valid, asker));
        Evidence evidence = read.answer();
        Order order = new Order(
                asker,
                Kind.EVIDENCE_PACK,
                Format.ZIP,
                null,
                evidence.project(),
                Map.of(),
                evidence.tail().position());
        exports.send(order, response, new EvidencePack(evidence, printouts, mapper));
    }
}
