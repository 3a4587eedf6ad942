package org.progressledger.query.importbatch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.importbatch.BatchPage.FileShown;
import org.progressledger.query.importdrop.Sizes;
import org.progressledger.query.sending.CommandDesk;
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.progressledger.query.sending.CommandDesk.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** ชุดนำเข้า: what became of each file. */
@Page
class ImportBatchController {
    private final CommandDesk commands;
    private final Framing framing;
    private final JsonMapper json;

    ImportBatchController(CommandDesk commands, Framing framing, JsonMapper json) {
        this.commands = commands;
        this.framing = framing;
        this.json = json;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Batch(
            String batchId,
            Instant madeAt,
            String state,
            int total,
            int done,
            int read,
            int refused,
            List<BatchFile> files) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record BatchFile(
            int number,
            String name,
            long bytes,
            String state,
            @Nullable String importId,
            @Nullable String projectCode,
            @Nullable Integer warnings,
            @Nullable Boolean recordedBefore,
            @Nullable FileProblem problem) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record FileProblem(String code, String detail) {}

    @GetMapping("/import/batches/{id}")
    ModelAndView batch(
            @PathVariable String id,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        return page(id, asker, frame, null, HttpStatus.OK);
    }

    @PostMapping("/import/batches/{id}")
    ModelAndView readAgain(
            @PathVariable String id,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        return switch (commands.post(
                asker, frame.language(), "/import-batches/" + encoded(id) + "/retry", null, null)) {
            case Recorded taken -> {
                RedirectView view = new RedirectView("/import/batches/" + encoded(id));
                view.setStatusCode(HttpStatus.SEE_OTHER);
                view.setExposeModelAttributes(false);
                yield new ModelAndView(view);
            }
            case Refused refused -> page(id, asker, frame, refused.detail(), HttpStatus.valueOf(refused.status()));
        };
    }

    private ModelAndView page(String id, Asker asker, Frame frame, @Nullable String trouble, HttpStatus status) {
        Batch batch = json.treeToValue(
                commands.get(asker, frame.language(), "/import-batches/" + encoded(id))
                        .orThrow()
                        .body(),
                Batch.class);
        Set<String> recorded = recorded(asker, frame);
        BatchPage page = new BatchPage(
                frame,
                batch.batchId(),
                Figures.moment(batch.madeAt(), frame.language()),
                batch.state().equals("READING"),
                batch.total(),
                batch.done(),
                batch.read(),
                batch.refused(),
                !batch.state().equals("READING") && batch.refused() > 0,
                trouble,
                batch.files().stream().map(file -> shown(file, recorded)).toList());
        return new ModelAndView("importbatch", Map.of("page", page), status);
    }

    /** Drafts whose bytes facts were recorded from. */
    private Set<String> recorded(Asker asker, Frame frame) {
        return commands.get(asker, frame.language(), "/imports")
                .orThrow()
                .body()
                .path("items")
                .valueStream()
                .filter(draft -> draft.path("recorded").asBoolean(false))
                .map((JsonNode draft) -> draft.path("importId").asString(""))
                .collect(Collectors.toSet());
    }

    private static FileShown shown(BatchFile file, Set<String> recorded) {
        boolean isRecorded = file.importId() != null && recorded.contains(file.importId());
        return new FileShown(
                file.number(),
                file.name(),
                Sizes.written(file.bytes()),
                isRecorded ? "RECORDED" : file.state(),
                file.importId(),
                file.projectCode(),
                Objects.requireNonNullElse(file.warnings(), 0),
                Objects.requireNonNullElse(file.recordedBefore(), false),
                file.problem() == null ? null : file.problem().detail(),
                file.problem() == null ? null : file.problem().code());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
