package org.progressledger.command.batches;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.command.archive.Archive;
import org.progressledger.command.imports.HandedFile;
import org.progressledger.command.imports.ManyPrintouts;
import org.progressledger.problems.Language;
import org.progressledger.problems.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** นำเข้าหลายไฟล์: how far a batch of printouts is. */
@RestController
class BatchController implements ManyPrintouts {
    private final BatchDesk desk;
    private final Texts texts;
    private final BatchSettings settings;

    BatchController(BatchDesk desk, Texts texts, BatchSettings settings) {
        this.desk = desk;
        this.texts = texts;
        this.settings = settings;
    }

    @Override
    public int mostFiles() {
        return settings.files();
    }

    @Override
    public boolean isArchive(byte[] bytes) {
        return Archive.isZip(bytes);
    }

    @Override
    public ResponseEntity<?> take(List<HandedFile> files, Asker asker, HttpServletRequest request) {
        return accepted(desk.take(files, asker), request);
    }

    /** The account's own batches, the latest first. */
    @GetMapping("/api/v1/import-batches")
    BatchAnswer.Own batches(@CurrentAsker Asker asker) {
        return new BatchAnswer.Own(
                desk.own(asker).stream().map(BatchAnswer.Summary::of).toList());
    }

    /** How far one is, file by file. */
    @GetMapping("/api/v1/import-batches/{id}")
    BatchAnswer batch(@PathVariable String id, @CurrentAsker Asker asker, HttpServletRequest request) {
        return BatchAnswer.of(desk.show(id, asker), texts, Language.askedBy(request));
    }

    /** Reads again what was refused. */
    @PostMapping("/api/v1/import-batches/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<BatchAnswer> retry(@PathVariable String id, @CurrentAsker Asker asker, HttpServletRequest request) {
        return accepted(desk.retry(id, asker), request);
    }

    private ResponseEntity<BatchAnswer> accepted(Batch batch, HttpServletRequest request) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/import-batches/" + batch.batchId()))
                .body(BatchAnswer.of(batch, texts, Language.askedBy(request)));
    }
}
