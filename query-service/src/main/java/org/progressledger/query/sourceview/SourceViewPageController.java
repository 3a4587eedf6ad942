package org.progressledger.query.sourceview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.printouts.MarkedLine;
import org.progressledger.query.printouts.PrintoutReader;
import org.progressledger.query.printouts.PrintoutSource;
import org.progressledger.query.printouts.PrintoutSource.SourceLine;
import org.progressledger.query.printouts.ProjectPrintouts;
import org.progressledger.query.printouts.Quoting;
import org.progressledger.query.projection.QueryReason;
import org.progressledger.query.sourceview.SourceViewPage.Line;
import org.progressledger.query.sourceview.SourceViewPage.Read;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A printout of a project, for people. */
@Page
class SourceViewPageController {
    private final ProjectPages pages;
    private final PrintoutReader reader;
    private final Framing framing;

    SourceViewPageController(ProjectPages pages, PrintoutReader reader, Framing framing) {
        this.pages = pages;
        this.reader = reader;
        this.framing = framing;
    }

    @GetMapping("/projects/{code}/printouts/{sha256}")
    ModelAndView printout(
            @PathVariable String code,
            @PathVariable String sha256,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Held<ProjectPrintouts> held = pages.read(
                code,
                atLeast,
                asker,
                valid -> reader.of(valid, asker)
                        .orElseThrow(() -> new ProblemException(
                                QueryReason.PRINTOUT_NOT_FOUND, Map.of("project", valid.text(), "sha256", sha256))));
        PrintoutSource source = held.part().source(sha256);
        List<Line> lines =
                lines(source, Quoting.all(source, held.part().history().facts()), frame);
        return new ModelAndView(
                "sourceview",
                Map.of(
                        "page",
                        new SourceViewPage(
                                frame,
                                held.head(frame),
                                sha256,
                                source.redacted(),
                                source.withheld() == null ? null : frame.say("withheld." + source.withheld()),
                                source.extractor(),
                                (int) lines.stream()
                                        .flatMap(line -> line.facts().stream())
                                        .map(Read::number)
                                        .distinct()
                                        .count(),
                                lines)));
    }

    private static List<Line> lines(PrintoutSource source, List<MarkedLine> marked, Frame frame) {
        List<Line> lines = new ArrayList<>();
        Integer page = null;
        for (int i = 0; i < marked.size(); i++) {
            SourceLine line = source.lines().get(i);
            boolean begins = line.page() != null && !line.page().equals(page);
            page = line.page();
            lines.add(new Line(
                    line.number(),
                    begins ? page : null,
                    marked.get(i).pieces(),
                    line.facts().stream()
                            .map(fact -> new Read(
                                    fact.position(), Figures.count(fact.position()), frame.say("event." + fact.type())))
                            .toList()));
        }
        return lines;
    }
}
