package org.progressledger.command.bulk;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.command.bulk.BulkDrafts.Sent;
import org.progressledger.command.web.CommandAnswers;
import org.progressledger.ledger.Commit;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.Language;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.Texts;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** รายงานหลายโครงการจากไฟล์เดียว: a sheet's rows shown as they would be recorded, then its confirmation. */
@RestController
class BulkReportsController {
    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String PATH = "/api/v1/bulk-reports";
    private static final int LONGEST_SHEET_NAME = 100;
    private static final String TAG = "Bulk reports";

    private final BulkDesk desk;
    private final Texts texts;
    private final BulkSettings settings;

    BulkReportsController(BulkDesk desk, Texts texts, BulkSettings settings) {
        this.desk = desk;
        this.texts = texts;
        this.settings = settings;
    }

    @Operation(summary = "An empty sheet to fill in, as CSV", tags = TAG)
    @GetMapping(path = PATH + "/template.csv", produces = CSV)
    ResponseEntity<byte[]> templateCsv() {
        return file(Template.csv(), CSV + ";charset=UTF-8", "bulk-reports.csv");
    }

    @Operation(summary = "An empty sheet to fill in, as an Excel workbook with instructions", tags = TAG)
    @GetMapping(path = PATH + "/template.xlsx", produces = XLSX)
    ResponseEntity<byte[]> templateXlsx() {
        return file(Template.xlsx(settings.rows()), XLSX, "bulk-reports.xlsx");
    }

    @Operation(summary = "Read a sheet of reports: every row decided, nothing recorded", tags = TAG)
    @PostMapping(
            path = PATH,
            consumes = {CSV, "text/tab-separated-values", "application/vnd.ms-excel", XLSX})
    ResponseEntity<BulkAnswer> readSheet(
            @RequestBody byte[] bytes,
            @RequestHeader(name = "Content-Type") String contentType,
            @RequestParam(required = false) @Nullable String sheet,
            @CurrentAsker Asker asker,
            HttpServletRequest request) {
        return draft(Sent.of(bytes, charset(contentType), checked(sheet)), asker, request);
    }

    @Operation(summary = "Read a sheet of reports: every row decided, nothing recorded", tags = TAG)
    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<BulkAnswer> readSheetFile(
            @RequestParam("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String sheet,
            @CurrentAsker Asker asker,
            HttpServletRequest request)
            throws IOException {
        return draft(Sent.of(file.getBytes(), charset(file.getContentType()), checked(sheet)), asker, request);
    }

    @Operation(summary = "The draft again, decided anew", tags = TAG)
    @GetMapping(PATH + "/{id}")
    BulkAnswer showSheet(@PathVariable String id, @CurrentAsker Asker asker, HttpServletRequest request) {
        return BulkAnswer.of(desk.show(id, asker), words(request));
    }

    @Operation(summary = "Record every row of the draft in one commit, or none", tags = TAG)
    @PostMapping(PATH + "/{id}/confirmation")
    ResponseEntity<RecordedReports> confirmSheet(
            @PathVariable String id,
            @RequestHeader(name = CommandAnswers.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @CurrentAsker Asker asker) {
        Commit commit = desk.confirm(id, asker, CommandAnswers.checkedKey(key));
        return ResponseEntity.created(URI.create(PATH + "/" + id))
                .header(CommandAnswers.LEDGER_POSITION, Long.toString(commit.lastPosition()))
                .body(RecordedReports.of(id, commit));
    }

    @Operation(summary = "The rows to mend with their reasons, as CSV", tags = TAG)
    @GetMapping(path = PATH + "/{id}/errors.csv", produces = CSV)
    ResponseEntity<byte[]> errorsCsv(
            @PathVariable String id,
            @RequestParam(defaultValue = "refused") String rows,
            @CurrentAsker Asker asker,
            HttpServletRequest request) {
        return file(OutgoingSheet.csv(errors(id, rows, asker, request)), CSV + ";charset=UTF-8", "errors.csv");
    }

    @Operation(summary = "The rows to mend with their reasons, as an Excel workbook", tags = TAG)
    @GetMapping(path = PATH + "/{id}/errors.xlsx", produces = XLSX)
    ResponseEntity<byte[]> errorsXlsx(
            @PathVariable String id,
            @RequestParam(defaultValue = "refused") String rows,
            @CurrentAsker Asker asker,
            HttpServletRequest request) {
        return file(OutgoingSheet.xlsx(ErrorFile.SHEET, errors(id, rows, asker, request)), XLSX, "errors.xlsx");
    }

    private List<List<String>> errors(String id, String rows, Asker asker, HttpServletRequest request) {
        if (!rows.equals("refused") && !rows.equals("all")) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "rows"));
        }
        return ErrorFile.rows(desk.show(id, asker), rows.equals("all"), words(request));
    }

    private ResponseEntity<BulkAnswer> draft(Sent sent, Asker asker, HttpServletRequest request) {
        DecidedSheet decided = desk.read(sent, asker);
        return ResponseEntity.created(URI.create(PATH + "/" + decided.draft().bulkId()))
                .body(BulkAnswer.of(decided, words(request)));
    }

    private ProblemWords words(HttpServletRequest request) {
        return new ProblemWords(texts, Language.askedBy(request));
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, String mediaType, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }

    private static @Nullable String checked(@Nullable String sheet) {
        if (sheet != null && (sheet.isEmpty() || sheet.length() > LONGEST_SHEET_NAME)) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "sheet"));
        }
        return sheet;
    }

    /** Null when the sender declared nothing: the reader then finds out. */
    private static @Nullable String charset(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        try {
            Charset declared = MediaType.parseMediaType(contentType).getCharset();
            return declared == null ? null : declared.name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new ProblemException(CommonReason.UNSUPPORTED_MEDIA_TYPE).causedBy(unknown);
        }
    }
}
