package org.progressledger.query.importdrop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.importdrop.DropPage.BatchShown;
import org.progressledger.query.importdrop.DropPage.DraftShown;
import org.progressledger.query.importdrop.DropPage.Trouble;
import org.progressledger.query.importdrop.HandedIn.Batch;
import org.progressledger.query.importdrop.HandedIn.Draft;
import org.progressledger.query.importdrop.HandedIn.Limits;
import org.progressledger.query.sending.CommandDesk;
import org.progressledger.query.sending.CommandDesk.ChosenFile;
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.progressledger.query.sending.CommandDesk.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import tools.jackson.databind.json.JsonMapper;

/** นำเข้าแบบรายงาน: one printout leads to its review, many to their batch. */
@Page
class ImportDropController {
    private final CommandDesk commands;
    private final Framing framing;
    private final JsonMapper json;

    ImportDropController(CommandDesk commands, Framing framing, JsonMapper json) {
        this.commands = commands;
        this.framing = framing;
        this.json = json;
    }

    @GetMapping("/import")
    ModelAndView drop(@CurrentAsker Asker asker, HttpServletRequest request, HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        return page(asker, frame, null, HttpStatus.OK);
    }

    @PostMapping("/import")
    ModelAndView handIn(
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Frame frame = framing.around(asker, request, response);
        List<ChosenFile> chosen = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                chosen.add(new ChosenFile(
                        Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                        Objects.requireNonNullElse(file.getContentType(), MediaType.APPLICATION_OCTET_STREAM_VALUE),
                        file.getBytes()));
            }
        }
        if (chosen.isEmpty()) {
            Trouble nothing = new Trouble(frame.say("importdrop.chooseFirst"), "", null, List.of());
            return page(asker, frame, nothing, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return switch (commands.upload(asker, frame.language(), "/imports", chosen)) {
            case Recorded recorded
            when recorded.status() == HttpStatus.ACCEPTED.value() ->
                seeOther("/import/batches/" + recorded.body().path("batchId").asString(""));
            case Recorded recorded ->
                seeOther("/import/" + recorded.body().path("importId").asString(""));
            case Refused refused -> page(asker, frame, trouble(refused, chosen), HttpStatus.valueOf(refused.status()));
        };
    }

    private static Trouble trouble(Refused refused, List<ChosenFile> chosen) {
        boolean isOne = chosen.size() == 1;
        ChosenFile first = chosen.getFirst();
        return new Trouble(
                refused.detail(),
                refused.code(),
                isOne ? first.name() : null,
                isOne
                        ? PaperExcerpt.of(
                                first.bytes(), refused.data().path("line").asInt(0))
                        : List.of());
    }

    private static ModelAndView seeOther(String path) {
        RedirectView view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    private ModelAndView page(Asker asker, Frame frame, @Nullable Trouble trouble, HttpStatus status) {
        HandedIn.Drafts drafts = json.treeToValue(
                commands.get(asker, frame.language(), "/imports").orThrow().body(), HandedIn.Drafts.class);
        HandedIn.Batches batches = json.treeToValue(
                commands.get(asker, frame.language(), "/import-batches")
                        .orThrow()
                        .body(),
                HandedIn.Batches.class);
        Limits limits = drafts.limits();
        DropPage page = new DropPage(
                frame,
                trouble,
                List.of(
                        frame.say("importdrop.limitText", Map.of("size", Sizes.written(limits.textBytes()))),
                        frame.say("importdrop.limitPdf", Map.of("size", Sizes.written(limits.pdfBytes()))),
                        frame.say(
                                "importdrop.limitMany",
                                Map.of("files", limits.files(), "size", Sizes.written(limits.requestBytes()))),
                        frame.say("importdrop.limitKeep", Map.of("days", limits.keepDays()))),
                limits.requestBytes(),
                frame.say("importdrop.tooLarge", Map.of("size", Sizes.written(limits.requestBytes()))),
                drafts.items().stream().map(draft -> shown(draft, frame)).toList(),
                batches.items().stream().map(batch -> shown(batch, frame)).toList());
        return new ModelAndView("importdrop", Map.of("page", page), status);
    }

    private static DraftShown shown(Draft draft, Frame frame) {
        String name = Objects.requireNonNullElse(draft.fileName(), Objects.requireNonNullElse(draft.projectCode(), ""));
        return new DraftShown(
                draft.importId(),
                name.isEmpty() ? frame.say("importdrop.unnamed") : name,
                draft.projectCode(),
                Figures.moment(draft.madeAt(), frame.language()),
                Figures.moment(draft.waitsUntil(), frame.language()),
                draft.recorded());
    }

    private static BatchShown shown(Batch batch, Frame frame) {
        return new BatchShown(
                batch.batchId(),
                Figures.moment(batch.madeAt(), frame.language()),
                batch.state().equals("READING"),
                frame.say(
                        "importdrop.batchWords",
                        Map.of(
                                "total", batch.total(),
                                "done", batch.done(),
                                "read", batch.read(),
                                "refused", batch.refused())));
    }
}
