package org.progressledger.query.live;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.StillSignedIn;
import org.progressledger.events.ProjectCode;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projection.QueryReason;
import org.progressledger.query.projection.ReadModel;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events (WHATWG HTML, 9.2) for open pages: {@code recorded} with the newest position. */
@Hidden // a page's own: programs read the tail by position
@RestController
class LiveController {
    private final OpenPages pages;
    private final ReadModel readModel;

    LiveController(OpenPages pages, ReadModel readModel) {
        this.readModel = readModel;
        this.pages = pages;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> anything(
            @RequestParam(defaultValue = "-1") long known, @CurrentAsker Asker asker, HttpServletRequest request) {
        return answer(pages.open(StillSignedIn.ticket(asker, request), null, known));
    }

    @GetMapping(path = "/projects/{code}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> ofProject(
            @PathVariable String code,
            @RequestParam(defaultValue = "-1") long known,
            @CurrentAsker Asker asker,
            HttpServletRequest request) {
        ProjectCode project = ProjectDesk.code(code);
        if (readModel.project(project).isEmpty()) {
            throw new ProblemException(QueryReason.PROJECT_NOT_FOUND, Map.of("project", project.text()));
        }
        return answer(pages.open(StillSignedIn.ticket(asker, request), project, known));
    }

    /** 204 tells a browser not to ask again. */
    private static ResponseEntity<SseEmitter> answer(@Nullable SseEmitter stream) {
        return stream == null ? ResponseEntity.status(HttpStatus.NO_CONTENT).build() : ResponseEntity.ok(stream);
    }
}
