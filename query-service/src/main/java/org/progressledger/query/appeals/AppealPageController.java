package org.progressledger.query.appeals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.Role;
import org.progressledger.query.appeals.AppealForm.Kind;
import org.progressledger.query.appeals.AppealPages.Read;
import org.progressledger.query.appeals.ProjectAppeals.AppealOfProject;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The appeals of a project and one of them, for people. */
@Page
class AppealPageController {
    private final ProjectPages pages;
    private final ProjectAppeals appeals;
    private final AppealPages appealPages;
    private final Framing framing;

    AppealPageController(ProjectPages pages, ProjectAppeals appeals, AppealPages appealPages, Framing framing) {
        this.pages = pages;
        this.appeals = appeals;
        this.appealPages = appealPages;
        this.framing = framing;
    }

    @GetMapping("/projects/{code}/appeals")
    ModelAndView all(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Held<List<AppealOfProject>> held = pages.read(
                code, atLeast, asker, valid -> appeals.all(valid, appeals.now()).orElse(List.of()));
        return new ModelAndView("appealsofproject", Map.of("page", AppealsOfProjectPage.of(held, frame)));
    }

    @GetMapping("/projects/{code}/appeals/{round}")
    ModelAndView one(
            @PathVariable String code,
            @PathVariable int round,
            @RequestParam(required = false) @Nullable Long atLeast,
            @RequestParam(defaultValue = "") String done,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Held<Read> held = appealPages.read(code, round, atLeast, asker);
        String said = Arrays.stream(Kind.values())
                .filter(kind -> kind.path().equals(done))
                .findFirst()
                .map(kind -> frame.say("appeal.done." + kind.path()))
                .orElse(null);
        Kind asked = asker.role() == Role.REVIEWER ? Kind.REVIEW : null;
        return new ModelAndView(
                "appeal",
                Map.of(
                        "page",
                        appealPages.page(held, round, said, AppealPages.blank(asked, held, frame), asker, frame)));
    }
}
