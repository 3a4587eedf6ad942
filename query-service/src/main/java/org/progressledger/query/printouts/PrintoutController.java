package org.progressledger.query.printouts;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.asking.ProjectDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** เอกสารต้นฉบับ: the printout from which facts were recorded, whether its draft still waits or not. */
@RestController
class PrintoutController {
    private final PrintoutReader reader;
    private final ProjectDesk desk;

    PrintoutController(PrintoutReader reader, ProjectDesk desk) {
        this.reader = reader;
        this.desk = desk;
    }

    @Operation(summary = "A printout line by line, with the facts that were read from each line", tags = "Projects")
    @GetMapping("/api/v1/projects/{code}/printouts/{sha256}/source")
    ResponseEntity<PrintoutSource> printoutSource(
            @PathVariable String code,
            @PathVariable String sha256,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        return desk.ofProject(
                code, atLeast, asker, valid -> reader.of(valid, asker).map(printouts -> printouts.source(sha256)));
    }
}
