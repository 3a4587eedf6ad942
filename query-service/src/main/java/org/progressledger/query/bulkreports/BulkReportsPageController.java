package org.progressledger.query.bulkreports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.RequestLimits;
import org.progressledger.query.bulkreports.BulkPage.RecordedShown;
import org.progressledger.query.bulkreports.BulkPage.ReportShown;
import org.progressledger.query.bulkreports.BulkPage.Trouble;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.importdrop.Sizes;
import org.progressledger.query.sending.CommandDesk;
import org.progressledger.query.sending.CommandDesk.ChosenFile;
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.progressledger.query.sending.CommandDesk.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** รายงานหลายโครงการ: a sheet is sent, looked at, mended, confirmed. */
@Page
class BulkReportsPageController {
    private static final String PATH = "/import/reports";
    private static final Map<String, String> TYPES = Map.of(
            "csv", "text/csv;charset=UTF-8",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final CommandDesk commands;
    private final Framing framing;
    private final JsonMapper json;
    private final CommitLog log;
    private final long mostBytes;

    BulkReportsPageController(
            CommandDesk commands, Framing framing, JsonMapper json, CommitLog log, RequestLimits limits) {
        this.commands = commands;
        this.framing = framing;
        this.json = json;
        this.log = log;
        this.mostBytes = limits.bytesFor("/api/v1/bulk-reports");
    }

    @GetMapping(PATH)
    ModelAndView start(
            @RequestParam(defaultValue = "-1") long first,
            @RequestParam(defaultValue = "-1") long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        RecordedShown recorded = first < 0 || atLeast < first ? null : recorded(first, atLeast, asker, frame);
        return page(frame, null, recorded, null, HttpStatus.OK);
    }

    @PostMapping(PATH)
    ModelAndView send(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Frame frame = framing.around(asker, request, response);
        if (file == null || file.isEmpty()) {
            Trouble nothing = new Trouble(frame.say("importdrop.chooseFirst"), "");
            return page(frame, nothing, null, null, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        ChosenFile chosen = new ChosenFile(
                Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                Objects.requireNonNullElse(file.getContentType(), MediaType.APPLICATION_OCTET_STREAM_VALUE),
                file.getBytes());
        return switch (commands.upload(asker, frame.language(), "/bulk-reports", List.of(chosen))) {
            case Recorded draft ->
                seeOther(PATH + "/" + encoded(draft.body().path("bulkId").asString("")));
            case Refused refused -> page(frame, trouble(refused), null, null, HttpStatus.valueOf(refused.status()));
        };
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView sheet(
            @PathVariable String id,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        return page(frame, null, null, sheet(id, asker, frame), HttpStatus.OK);
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView confirm(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        return switch (commands.post(
                asker,
                frame.language(),
                "/bulk-reports/" + encoded(id) + "/confirmation",
                null,
                key.isEmpty() ? null : key)) {
            case Recorded recorded -> {
                JsonNode body = recorded.body();
                yield seeOther(PATH + "?first="
                        + body.path("reports").path(0).path("position").asLong() + "&atLeast="
                        + body.path("ledgerPosition").asLong());
            }
            case Refused refused ->
                page(frame, trouble(refused), null, sheet(id, asker, frame), HttpStatus.valueOf(refused.status()));
        };
    }

    @GetMapping(PATH + "/template.{ending}")
    ResponseEntity<byte[]> template(
            @PathVariable String ending,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.bare(asker, request, response);
        return file("/bulk-reports/template.", ending, "", "bulk-reports.", asker, frame);
    }

    @GetMapping(PATH + "/{id}/errors.{ending}")
    ResponseEntity<byte[]> errors(
            @PathVariable String id,
            @PathVariable String ending,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.bare(asker, request, response);
        return file("/bulk-reports/" + encoded(id) + "/errors.", ending, "?rows=all", "errors.", asker, frame);
    }

    private ResponseEntity<byte[]> file(
            String path, String ending, String query, String name, Asker asker, Frame frame) {
        String type = TYPES.get(ending);
        if (type == null) {
            throw new ProblemException(CommonReason.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ending)
                                .build()
                                .toString())
                .body(commands.download(asker, frame.language(), path + ending + query));
    }

    private Sheet sheet(String id, Asker asker, Frame frame) {
        JsonNode body = commands.get(asker, frame.language(), "/bulk-reports/" + encoded(id))
                .orThrow()
                .body();
        return json.treeToValue(body, Sheet.class);
    }

    private static Trouble trouble(Refused refused) {
        return new Trouble(refused.detail(), refused.code());
    }

    /** The ledger is asked itself: what a link claims is not. */
    private RecordedShown recorded(long first, long last, Asker asker, Frame frame) {
        List<LedgerEvent> events =
                log.read(first, (int) Math.min(last - first, SheetShowing.MOST_ROWS - 1L) + 1).stream()
                        .filter(event -> asker.sees(event.stream()))
                        .toList();
        return new RecordedShown(
                events.stream()
                        .map(event -> new ReportShown(
                                Figures.count(event.position()),
                                event.position(),
                                event.stream(),
                                frame.say("event." + event.type())))
                        .toList(),
                events.stream().map(LedgerEvent::stream).distinct().count());
    }

    private ModelAndView page(
            Frame frame,
            @Nullable Trouble trouble,
            @Nullable RecordedShown recorded,
            @Nullable Sheet sheet,
            HttpStatus status) {
        BulkPage page = new BulkPage(
                frame,
                trouble,
                recorded,
                sheet == null
                        ? null
                        : new SheetShowing(sheet, frame).shown(UUID.randomUUID().toString()),
                mostBytes,
                frame.say("importdrop.tooLarge", Map.of("size", Sizes.written(mostBytes))));
        return new ModelAndView("bulkreports", Map.of("page", page), status);
    }

    private static ModelAndView seeOther(String path) {
        RedirectView view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
