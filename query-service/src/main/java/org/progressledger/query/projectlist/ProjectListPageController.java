package org.progressledger.query.projectlist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.asking.Points;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.frame.Doors;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The register, for people. */
@Page
class ProjectListPageController {
    private static final String TEMPLATE = "projectlist";
    private static final String RESULTS = TEMPLATE + " :: results";
    private static final String ASKED_BY_SCRIPT = "HX-Request";
    private static final String FOR_THE_WAY_BACK = "HX-History-Restore-Request";
    private static final String ADDRESS = "HX-Push-Url";

    private final Register register;
    private final PastRegister past;
    private final ListChoices choices;
    private final ProjectDesk desk;
    private final Points points;
    private final Framing framing;
    private final ForPrograms programs;
    private final Doors doors;

    ProjectListPageController(
            Register register,
            PastRegister past,
            ListChoices choices,
            ProjectDesk desk,
            Points points,
            Framing framing,
            ForPrograms programs,
            Doors doors) {
        this.register = register;
        this.past = past;
        this.choices = choices;
        this.desk = desk;
        this.points = points;
        this.framing = framing;
        this.programs = programs;
        this.doors = doors;
    }

    @GetMapping("/projects")
    ModelAndView projects(
            @RequestParam Map<String, String> given,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        desk.position(atLeast);
        Frame frame = framing.around(asker, request, response);
        ListFilter filter = ListFilter.of(given);
        boolean onlyResults = request.getHeader(ASKED_BY_SCRIPT) != null && request.getHeader(FOR_THE_WAY_BACK) == null;
        response.addHeader(HttpHeaders.VARY, ASKED_BY_SCRIPT);
        if (onlyResults) {
            response.setHeader(ADDRESS, filter.link());
        }
        ListFindings findings;
        HttpStatus status = HttpStatus.OK;
        try {
            findings = found(filter, asker);
        } catch (ProblemException wrong) {
            if (wrong.status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                throw wrong;
            }
            findings = ListFindings.refused(told(wrong, frame));
            // what is not answered as found would not be put into the page
            status = onlyResults ? HttpStatus.OK : HttpStatus.valueOf(wrong.status());
        }
        return new ModelAndView(
                onlyResults ? RESULTS : TEMPLATE,
                Map.of("page", page(frame, onlyResults, filter, findings, asker)),
                status);
    }

    private ListFindings found(ListFilter filter, Asker asker) {
        Question question = filter.question();
        LocalDate day = filter.day();
        LocalDate today = points.today();
        return day == null || day.equals(today)
                ? ListFindings.of(question, today, register.read(question, asker))
                : ListFindings.of(question, day, past.find(question, day, asker));
    }

    /** A field of the form is called as the form calls it. */
    private static String told(ProblemException wrong, Frame frame) {
        String parameter = Objects.toString(wrong.data().get("parameter"), "");
        return wrong.reason() != CommonReason.INVALID_PARAMETER
                ? frame.texts().detail(frame.language(), wrong.reason(), wrong.data())
                : switch (parameter) {
                    case "q" -> frame.say("list.wrong.q");
                    case "agency" -> frame.say("list.wrong.agency");
                    case "fiscalYear" -> frame.say("list.wrong.fiscalYear");
                    case "asOf" -> frame.say("list.wrong.asOf");
                    default -> frame.say("list.wrong.other", Map.of("parameter", parameter));
                };
    }

    private ProjectListPage page(Frame frame, boolean partial, ListFilter filter, ListFindings findings, Asker asker) {
        LocalDate day = Objects.requireNonNullElse(findings.day(), points.today());
        return new ProjectListPage(
                frame,
                partial,
                filter,
                choices.agencies(filter, asker, frame),
                ListChoices.statuses(filter, frame),
                choices.years(filter, frame),
                ListChoices.flags(filter, frame),
                ListChoices.orders(filter, frame),
                day.equals(points.today()) ? null : Figures.day(day, frame.language()),
                findings.problem(),
                findings.projects().stream()
                        .map(project -> ListRows.of(project, day, frame))
                        .toList(),
                findings.sums(frame),
                findings.pager(filter),
                doors.open(asker, "/projects/new"),
                findings.beyond(filter),
                programs.commandDocs());
    }
}
