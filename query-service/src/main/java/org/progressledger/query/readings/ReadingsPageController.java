package org.progressledger.query.readings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.progressledger.query.frame.TypedDate;
import org.progressledger.query.readings.ReadingLog.Reading;
import org.progressledger.query.readings.ReadingsPage.Asked;
import org.progressledger.query.readings.ReadingsPage.Line;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Who looked at which project, for people. */
@Page
class ReadingsPageController {
    private static final int ON_A_PAGE = 50;

    private final Framing framing;
    private final ReadingDesk desk;

    ReadingsPageController(Framing framing, ReadingDesk desk) {
        this.framing = framing;
        this.desk = desk;
    }

    @GetMapping("/readings")
    ModelAndView readings(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String before,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.bare(asker, request, response);
        ReadingDesk.Found found = new ReadingDesk.Found(List.of(), null);
        boolean refused = false;
        try {
            found = desk.find(account, project, TypedDate.of("from", from), TypedDate.of("to", to), before, ON_A_PAGE);
        } catch (ProblemException noDay) {
            refused = true;
        }
        String older = found.next() == null
                ? null
                : UriComponentsBuilder.fromPath("/readings")
                        .queryParam("account", "{account}")
                        .queryParam("project", "{project}")
                        .queryParam("from", "{from}")
                        .queryParam("to", "{to}")
                        .queryParam("before", "{before}")
                        .encode()
                        .buildAndExpand(account, project, from, to, found.next())
                        .toUriString();
        ReadingsPage page = new ReadingsPage(
                frame,
                new Asked(account, project, from, to),
                found.lines().stream().map(line -> line(line, frame)).toList(),
                older,
                refused);
        return new ModelAndView("readings", Map.of("page", page), refused ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }

    private static Line line(Reading reading, Frame frame) {
        String role = frame.texts()
                .find(frame.language(), "role." + reading.role(), Map.of())
                .orElse(reading.role());
        return new Line(
                Figures.moment(reading.at(), frame.language()),
                reading.account(),
                role,
                reading.agency(),
                reading.project(),
                frame.texts()
                        .find(frame.language(), "page." + ReadingWords.key(reading.what()), Map.of())
                        .orElse(reading.what()),
                reading.what(),
                ReadingWords.byProgram(reading.what()),
                reading.asked());
    }
}
