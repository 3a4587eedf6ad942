package org.progressledger.query.export.evidence;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.PrintoutText;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.export.evidence.Printouts.Printout;
import org.progressledger.query.projection.QueryReason;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** เอกสารต้นฉบับ: the printout from which facts were recorded, whether its draft still waits or not. */
@RestController
class PrintoutController {
    private final EvidenceReader reader;
    private final ProjectDesk desk;
    private final RedactedPrintouts printouts;

    PrintoutController(EvidenceReader reader, ProjectDesk desk, RedactedPrintouts printouts) {
        this.reader = reader;
        this.desk = desk;
        this.printouts = printouts;
    }

    @Operation(summary = "A printout line by line, with the facts that were read from each line", tags = "Projects")
    @GetMapping("/api/v1/projects/{code}/printouts/{sha256}/source")
    ResponseEntity<PrintoutSource> printoutSource(
            @PathVariable String code,
            @PathVariable String sha256,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        return desk.ofProject(
                code,
                atLeast,
                asker,
                valid -> reader.read(valid, asker).map(evidence -> source(evidence, sha256, asker)));
    }

    private PrintoutSource source(Evidence evidence, String sha256, Asker asker) {
        // named by an event of the project the asker may see: a digest alone opens nothing
        Printout printout = Printouts.of(evidence.folding().timeline()).printouts().stream()
                .filter(each -> each.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        QueryReason.PRINTOUT_NOT_FOUND, Map.of("project", evidence.project(), "sha256", sha256)));
        boolean inClear = asker.seesPersonalData(evidence.project());
        Optional<Redaction> redaction = printouts.redaction(evidence.events());
        if (redaction.isEmpty()) {
            return PrintoutSource.withheld(evidence.project(), sha256, "PERSON_ERASED");
        }
        Optional<String> text = inClear ? printouts.inClear(sha256) : printouts.text(sha256, redaction.get());
        if (text.isEmpty()) {
            return PrintoutSource.withheld(evidence.project(), sha256, "NOT_KEPT");
        }
        PrintoutText placed = printouts.placed(sha256).orElse(null);
        return PrintoutSource.of(evidence.project(), printout, !inClear, lines(text.get(), placed), placed);
    }

    /** As they were counted when they were read. */
    private static List<String> lines(String text, @Nullable PrintoutText placed) {
        List<String> lines = Arrays.asList(text.split("\r\n|\r|\n", -1));
        boolean endsWithLineEnd =
                placed == null && lines.size() > 1 && lines.getLast().isEmpty();
        return endsWithLineEnd ? lines.subList(0, lines.size() - 1) : lines;
    }
}
