package org.progressledger.query.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.export.FilesPage.File;
import org.progressledger.query.export.FilesPage.Kind;
import org.progressledger.query.frame.Doors;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The files of a project, and what each is for. */
@Page
class FilesPageController {
    private final ProjectPages pages;
    private final Doors doors;
    private final Framing framing;

    FilesPageController(ProjectPages pages, Doors doors, Framing framing) {
        this.pages = pages;
        this.doors = doors;
        this.framing = framing;
    }

    @GetMapping("/projects/{code}/files")
    ModelAndView files(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Held<Boolean> held = pages.read(code, atLeast, asker, valid -> asker.seesPersonalData(valid.text()));
        String api = "/api/v1/projects/" + held.project().projectCode();
        List<Kind> kinds = new ArrayList<>(List.of(
                new Kind(
                        frame.say("files.xlsx"),
                        frame.say("files.xlsxFor"),
                        List.of(new File(frame.say("files.xlsxTake"), api + "/export.xlsx"))),
                new Kind(frame.say("files.csv"), frame.say("files.csvFor"), tables(api, frame)),
                new Kind(
                        frame.say("files.json"),
                        frame.say("files.jsonFor"),
                        List.of(new File(frame.say("files.jsonTake"), api + "/export.json"))),
                new Kind(
                        frame.say("files.oc4ids"),
                        frame.say("files.oc4idsFor"),
                        List.of(new File(frame.say("files.oc4idsTake"), api + "/oc4ids.json")))));
        if (doors.open(asker, api + "/evidence-pack")) {
            kinds.addFirst(new Kind(
                    frame.say("files.evidence"),
                    frame.say("files.evidenceFor"),
                    List.of(new File(frame.say("files.evidenceTake"), api + "/evidence-pack"))));
        }
        FilesPage page =
                new FilesPage(frame, held.head(frame), kinds, held.part(), doors.open(asker, "/api/v1/exports"));
        return new ModelAndView("files", Map.of("page", page));
    }

    private static List<File> tables(String api, Frame frame) {
        String csv = api + "/export.csv?table=";
        return List.of(
                new File(frame.say("files.csvReports"), csv + "reports"),
                new File(frame.say("files.csvTimeline"), csv + "timeline"),
                new File(frame.say("files.csvPercents"), csv + "percent-changes"),
                new File(frame.say("files.csvFlags"), csv + "flags"));
    }
}
