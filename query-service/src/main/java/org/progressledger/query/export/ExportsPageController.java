package org.progressledger.query.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.asking.Pages;
import org.progressledger.query.export.ExportLog.ExportEntry;
import org.progressledger.query.export.ExportLog.Outcome;
import org.progressledger.query.export.ExportLog.Taken;
import org.progressledger.query.export.ExportsPage.Asked;
import org.progressledger.query.export.ExportsPage.Row;
import org.progressledger.query.export.Order.Format;
import org.progressledger.query.export.Order.Kind;
import org.progressledger.query.frame.Beyond;
import org.progressledger.query.frame.Choice;
import org.progressledger.query.frame.Doors;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Link;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.Pager;
import org.progressledger.query.frame.TypedDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who took which file, for people. */
@Page
class ExportsPageController {
    private static final int ON_A_PAGE = 25;
    private static final String PATH = "/exports";

    private final ExportLog log;
    private final Doors doors;
    private final Framing framing;

    ExportsPageController(ExportLog log, Doors doors, Framing framing) {
        this.log = log;
        this.doors = doors;
        this.framing = framing;
    }

    @GetMapping(PATH)
    ModelAndView exports(
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable Format format,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "1") int page,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Pages.check(page - 1, ON_A_PAGE);
        Taken taken =
                new Taken(given(by), given(project), kind, format, TypedDate.of("from", from), TypedDate.of("to", to));
        Frame frame = framing.around(asker, request, response);
        long total = log.count(taken);
        List<Row> rows = log.page(taken, (page - 1) * ON_A_PAGE, ON_A_PAGE).stream()
                .map(entry -> row(entry, frame))
                .toList();
        Link list = Link.to(PATH)
                .with("by", taken.by())
                .with("project", taken.project())
                .with("kind", kind)
                .with("format", format)
                .with("from", from.strip())
                .with("to", to.strip());
        return new ModelAndView(
                "exports",
                Map.of(
                        "page",
                        new ExportsPage(
                                frame,
                                new Asked(by.strip(), project.strip(), from, to, !taken.equals(Taken.ALL)),
                                Arrays.stream(Kind.values())
                                        .map(each -> new Choice(each.name(), words(each, frame), each == kind))
                                        .toList(),
                                Arrays.stream(Format.values())
                                        .map(each -> new Choice(each.name(), each.name(), each == format))
                                        .toList(),
                                doors.open(asker, "/api/v1/projects"),
                                rows,
                                Pager.of(page, ON_A_PAGE, rows.size(), total, list),
                                Beyond.of(
                                        page,
                                        ON_A_PAGE,
                                        rows.size(),
                                        total,
                                        last -> list.with("page", last == 1 ? null : last)
                                                .address()))));
    }

    private static @Nullable String given(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private static Row row(ExportEntry entry, Frame frame) {
        String filter = entry.filter().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
        return new Row(
                entry.id(),
                Figures.moment(entry.begunAt(), frame.language()),
                entry.by().id(),
                frame.texts()
                        .find(frame.language(), "role." + entry.by().role(), Map.of())
                        .orElse(entry.by().role()),
                entry.by().agency(),
                words(Kind.valueOf(entry.kind()), frame),
                entry.format(),
                entry.table(),
                entry.project(),
                filter.isEmpty() ? null : filter,
                style(entry.outcome()),
                icon(entry.outcome()),
                words(entry.outcome(), frame),
                entry.reason() == null ? null : reason(entry.reason(), frame),
                count(entry.rows()),
                count(entry.bytes()),
                entry.sha256(),
                count(entry.ledgerPosition()),
                entry.firstPosition() == null || entry.lastPosition() == null
                        ? null
                        : "#" + Figures.count(entry.firstPosition()) + "\u2013#" + Figures.count(entry.lastPosition()),
                entry.checkpoint());
    }

    private static @Nullable String count(@Nullable Long number) {
        return number == null ? null : Figures.count(number);
    }

    private static String words(Kind kind, Frame frame) {
        return switch (kind) {
            case PROJECT -> frame.say("exports.kind.project");
            case REGISTER -> frame.say("exports.kind.register");
            case EVIDENCE_PACK -> frame.say("exports.kind.evidence");
            case OC4IDS -> frame.say("exports.kind.oc4ids");
        };
    }

    private static String words(Outcome outcome, Frame frame) {
        return switch (outcome) {
            case RUNNING -> frame.say("exports.running");
            case FINISHED -> frame.say("exports.finished");
            case ABORTED -> frame.say("exports.aborted");
            case UNKNOWN -> frame.say("exports.unknown");
        };
    }

    private static String reason(String reason, Frame frame) {
        return switch (reason) {
            case "READER_GONE" -> frame.say("exports.readerGone");
            case "TOOK_TOO_LONG" -> frame.say("exports.tookTooLong");
            default -> frame.say("exports.failed");
        };
    }

    private static String style(Outcome outcome) {
        return switch (outcome) {
            case RUNNING -> "state-paused";
            case FINISHED -> "state-on";
            case ABORTED, UNKNOWN -> "state-late";
        };
    }

    private static String icon(Outcome outcome) {
        return switch (outcome) {
            case RUNNING -> "#i-start";
            case FINISHED -> "#i-ok";
            case ABORTED -> "#i-no";
            case UNKNOWN -> "#i-warn";
        };
    }
}
