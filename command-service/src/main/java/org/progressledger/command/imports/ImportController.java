package org.progressledger.command.imports;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.command.archive.ArchiveReason;
import org.progressledger.command.project.CommandSettings;
import org.progressledger.command.project.ProjectCommand.PaperCorrection;
import org.progressledger.command.web.CommandAnswers;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.FieldProblem;
import org.progressledger.problems.Language;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.RequestLimits;
import org.progressledger.problems.Texts;
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

/** นำเข้าแบบรายงาน: a draft beside its source, then its confirmation. */
@RestController
class ImportController {
    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

    private static final String ZIP = "application/zip";

    private final ImportDesk desk;
    private final Drafts drafts;
    private final ManyPrintouts many;
    private final Texts texts;
    private final CommandSettings limits;
    private final OwnDrafts.Limits taken;

    ImportController(
            ImportDesk desk,
            Drafts drafts,
            ManyPrintouts many,
            Texts texts,
            CommandSettings limits,
            ImportSettings text,
            PdfSettings pdf,
            RequestLimits requests) {
        this.desk = desk;
        this.drafts = drafts;
        this.many = many;
        this.texts = texts;
        this.limits = limits;
        this.taken = new OwnDrafts.Limits(
                text.bytes(),
                pdf.bytes(),
                requests.bytesFor("/api/v1/imports"),
                many.mostFiles(),
                text.keepDrafts().toDays());
    }

    /**
     * @param accept ids of proposals
     * @param edit changed values of accepted proposals: id, then field, then value
     * @param choices what counts where the paper can be read in more than one way: id of the option by id of the reading
     * @param corrections why recorded reports that the paper tells otherwise are corrected to it
     */
    record Confirmation(
            @Nullable List<@Nullable String> accept,
            @Nullable Map<String, Object> edit,
            @Nullable Map<String, @Nullable String> choices,
            @Nullable List<@Nullable PaperCorrectionFields> corrections) {}

    /** Why one report is corrected to what the paper tells, and the letter that approved it. */
    record PaperCorrectionFields(
            @Nullable Integer reportNo,
            @Nullable String reason,
            @Nullable String letter) {}

    @PostMapping(
            path = "/api/v1/imports",
            consumes = {MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_PDF_VALUE, ZIP})
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DraftAnswer.class)))
    ResponseEntity<?> importBytes(
            @RequestBody byte[] bytes,
            @RequestHeader(name = "Content-Type") String contentType,
            @CurrentAsker Asker asker,
            HttpServletRequest request) {
        HandedFile file = handed("", bytes, contentType);
        boolean isArchive = MediaType.parseMediaType(ZIP).equalsTypeAndSubtype(MediaType.parseMediaType(contentType));
        if (isArchive && !many.isArchive(bytes)) {
            throw new ProblemException(ArchiveReason.ARCHIVE_DAMAGED);
        }
        return isArchive ? many.take(List.of(file), asker, request) : draft(desk.read(file, asker), request);
    }

    /** One file is one draft; several, or an archive, are a batch. */
    @PostMapping(path = "/api/v1/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DraftAnswer.class)))
    ResponseEntity<?> importFiles(
            @RequestParam("file") List<MultipartFile> files, @CurrentAsker Asker asker, HttpServletRequest request)
            throws IOException {
        List<HandedFile> handed = new ArrayList<>();
        for (MultipartFile file : files) {
            String name = file.getOriginalFilename();
            handed.add(handed(name == null ? "" : name, file.getBytes(), file.getContentType()));
        }
        boolean isOne = handed.size() == 1 && !many.isArchive(handed.getFirst().bytes());
        return isOne ? draft(desk.read(handed.getFirst(), asker), request) : many.take(handed, asker, request);
    }

    private static HandedFile handed(String name, byte[] bytes, @Nullable String contentType) {
        Charset declared = declared(contentType);
        boolean pdf = contentType != null
                && MediaType.APPLICATION_PDF.equalsTypeAndSubtype(MediaType.parseMediaType(contentType));
        return new HandedFile(name, bytes, declared, pdf);
    }

    /** The paper line by line, with what was read from each line. */
    @GetMapping("/api/v1/imports/{id}/source")
    SourceAnswer source(@PathVariable String id, @CurrentAsker Asker asker, HttpServletRequest request) {
        ImportDesk.Sourced sourced = desk.source(id, asker);
        return SourceAnswer.of(answer(sourced.shown(), request), sourced.text());
    }

    /** The account's own drafts that still wait, the latest first, and the limits of what can be handed in. */
    @GetMapping("/api/v1/imports")
    OwnDrafts own(@CurrentAsker Asker asker) {
        return new OwnDrafts(
                drafts.own(asker.id()).stream().map(OwnDrafts.OwnDraft::of).toList(), taken);
    }

    @GetMapping("/api/v1/imports/{id}")
    DraftAnswer show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> choice,
            @CurrentAsker Asker asker,
            HttpServletRequest request) {
        return answer(desk.show(id, choices(choice), asker), request);
    }

    private static Map<String, String> choices(@Nullable List<String> given) {
        Map<String, String> choices = new TreeMap<>();
        for (String choice : given == null ? List.<String>of() : given) {
            int colon = choice.indexOf(':');
            if (colon < 1) {
                throw new ProblemException(
                        CommonReason.INVALID_FIELDS,
                        Map.of(),
                        List.of(new FieldProblem("choice", CommonReason.WRONG_FORMAT)));
            }
            choices.put(choice.substring(0, colon), choice.substring(colon + 1));
        }
        return choices;
    }

    @PostMapping("/api/v1/imports/{id}/confirmation")
    ResponseEntity<?> confirm(
            @PathVariable String id,
            @RequestBody Confirmation body,
            @RequestHeader(name = CommandAnswers.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @CurrentAsker Asker asker) {
        return CommandAnswers.recorded(desk.confirm(
                id,
                new ImportDesk.Confirmed(
                        accepted(body), choices(body), corrections(body), body.edit() == null ? Map.of() : body.edit()),
                asker,
                CommandAnswers.checkedKey(key),
                CommandAnswers.expectedVersion(ifMatch)));
    }

    /** In order of number, so that the same corrections are the same confirmation. */
    private List<PaperCorrection> corrections(Confirmation body) {
        List<FieldProblem> problems = new ArrayList<>();
        TreeMap<Integer, PaperCorrection> byNumber = new TreeMap<>();
        List<@Nullable PaperCorrectionFields> given = body.corrections() == null ? List.of() : body.corrections();
        for (int i = 0; i < given.size(); i++) {
            String field = "corrections[" + i + "]";
            PaperCorrectionFields one = given.get(i);
            if (one == null || one.reportNo() == null) {
                problems.add(new FieldProblem(one == null ? field : field + ".reportNo", CommonReason.REQUIRED));
                continue;
            }
            String reason = words(field + ".reason", one.reason(), limits.textLength(), problems);
            String letter = words(field + ".letter", one.letter(), limits.nameLength(), problems);
            if (byNumber.put(one.reportNo(), new PaperCorrection(one.reportNo(), reason, letter)) != null) {
                problems.add(new FieldProblem(field + ".reportNo", CommonReason.OUT_OF_RANGE));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(CommonReason.INVALID_FIELDS, Map.of(), problems);
        }
        return List.copyOf(byNumber.values());
    }

    private static String words(String field, @Nullable String given, int longest, List<FieldProblem> problems) {
        if (given == null || given.isBlank()) {
            problems.add(new FieldProblem(field, CommonReason.REQUIRED));
            return "";
        }
        if (given.length() > longest) {
            problems.add(new FieldProblem(field, CommonReason.WRONG_LENGTH));
        }
        if (CONTROL_CHARACTERS.matcher(given).find()) {
            problems.add(new FieldProblem(field, CommonReason.WRONG_FORMAT));
        }
        return given.strip();
    }

    private static Map<String, String> choices(Confirmation body) {
        Map<String, String> choices = new TreeMap<>();
        if (body.choices() != null) {
            body.choices().forEach((reading, option) -> {
                if (option == null) {
                    throw invalid("choices." + reading);
                }
                choices.put(reading, option);
            });
        }
        return choices;
    }

    private static Set<String> accepted(Confirmation body) {
        if (body.accept() == null) {
            throw invalid("accept");
        }
        Set<String> accepted = new HashSet<>();
        for (int i = 0; i < body.accept().size(); i++) {
            String id = body.accept().get(i);
            if (id == null) {
                throw invalid("accept[" + i + "]");
            }
            accepted.add(id);
        }
        return accepted;
    }

    private static ProblemException invalid(String field) {
        return new ProblemException(
                CommonReason.INVALID_FIELDS, Map.of(), List.of(new FieldProblem(field, CommonReason.REQUIRED)));
    }

    private ResponseEntity<DraftAnswer> draft(ImportDesk.Shown shown, HttpServletRequest request) {
        return ResponseEntity.created(URI.create("/api/v1/imports/" + shown.importId()))
                .body(answer(shown, request));
    }

    private DraftAnswer answer(ImportDesk.Shown shown, HttpServletRequest request) {
        Language language = Language.askedBy(request);
        return DraftAnswer.of(
                shown,
                warning -> texts.find(language, warning.code().name(), warning.data())
                        .orElse(warning.code().name()));
    }

    /** Null when the sender declared nothing: the reader then finds out. */
    private static @Nullable Charset declared(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        try {
            return MediaType.parseMediaType(contentType).getCharset();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new ProblemException(CommonReason.UNSUPPORTED_MEDIA_TYPE).causedBy(unknown);
        }
    }
}
