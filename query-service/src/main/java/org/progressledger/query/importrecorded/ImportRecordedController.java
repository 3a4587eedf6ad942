package org.progressledger.query.importrecorded;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.Views.TimelineEntry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a confirmed printout leads: to its project and to each event. */
@Page
class ImportRecordedController {
    private final ProjectPages pages;
    private final ReadModel readModel;
    private final Framing framing;

    ImportRecordedController(ProjectPages pages, ReadModel readModel, Framing framing) {
        this.pages = pages;
        this.readModel = readModel;
        this.framing = framing;
    }

    @GetMapping("/import/{id}/recorded")
    ModelAndView recorded(
            @PathVariable String id,
            @RequestParam String project,
            @RequestParam long first,
            @RequestParam long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Held<List<TimelineEntry>> held = pages.read(
                project, atLeast, asker, code -> readModel.timeline(code).orElse(List.of()));
        List<RecordedPage.Entry> entries = held.part().stream()
                .filter(entry -> entry.position() >= first && entry.position() <= atLeast)
                .sorted((one, other) -> Long.compare(one.position(), other.position()))
                .map(entry -> new RecordedPage.Entry(
                        Figures.count(entry.position()),
                        entry.position(),
                        frame.say("event." + entry.type()),
                        Figures.day(entry.happenedOn(), frame.language()),
                        frame.say(entry.summary().th(), entry.summary().en())))
                .toList();
        RecordedPage page = new RecordedPage(
                frame, id, held.project().projectCode(), held.project().name(), entries);
        return new ModelAndView("importrecorded", Map.of("page", page));
    }
}
