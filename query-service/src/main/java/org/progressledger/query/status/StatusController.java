package org.progressledger.query.status;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.Role;
import org.progressledger.events.ProjectStatus;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.sealing.SealedHead;
import org.progressledger.ledger.sealing.SealedLog;
import org.progressledger.problems.Language;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ProblemReadings;
import org.progressledger.problems.Texts;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Frame.Seal;
import org.progressledger.query.projection.Following;
import org.progressledger.query.projectlist.Register;
import org.progressledger.query.projectlist.Register.Found;
import org.progressledger.query.projectlist.Register.Totals;
import org.progressledger.query.status.StatusPage.Choice;
import org.progressledger.query.status.StatusPage.Count;
import org.progressledger.query.status.StatusPage.Pager;
import org.progressledger.query.status.StatusPage.Trouble;
import org.progressledger.query.status.StatusPage.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The latest status of all projects, for people. */
@Controller
class StatusController {
    private static final String TEMPLATE = "status";
    private static final Totals NOTHING = new Totals(List.of(), Map.of());

    private final Register register;
    private final Following following;
    private final CommitLog log;
    private final SealedLog sealedLog;
    private final Texts texts;
    private final ProblemReadings problems;
    private final StatusSettings settings;

    StatusController(
            Register register,
            Following following,
            CommitLog log,
            SealedLog sealedLog,
            Texts texts,
            ProblemReadings problems,
            StatusSettings settings) {
        this.register = register;
        this.following = following;
        this.log = log;
        this.sealedLog = sealedLog;
        this.texts = texts;
        this.problems = problems;
        this.settings = settings;
    }

    /** What was found out for one request. */
    private record Findings(
            Totals everything,
            Found found,
            @Nullable Moment lastRecording,
            @Nullable Seal sealed,
            @Nullable Trouble problem) {
        static final Findings NONE = new Findings(NOTHING, new Found(List.of(), 0, NOTHING), null, null, null);

        Findings troubledBy(Trouble trouble) {
            return new Findings(everything, found, lastRecording, sealed, trouble);
        }
    }

    @GetMapping("/")
    ModelAndView status(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String fiscalYear,
            @RequestParam(required = false) @Nullable String page,
            @CurrentAsker Asker asker) {
        Filter filter = Filter.of(q, agency, status, fiscalYear, page);
        // before the documents are read: what is shown reflects this position at least
        long position = following.position();
        Findings findings = Findings.NONE;
        HttpStatus answered = HttpStatus.OK;
        try {
            if (reads(asker)) {
                findings = new Findings(register.totals(), findings.found(), recordedAt(position), seal(), null);
                Found found = register.find(filter.question(), asker);
                findings =
                        new Findings(findings.everything(), found, findings.lastRecording(), findings.sealed(), null);
            }
        } catch (RuntimeException thrown) {
            // a page says in its own words what the API says in a problem document
            ProblemException problem = problems.read(thrown, "/");
            findings = findings.troubledBy(told(problem));
            answered = HttpStatus.valueOf(problem.status());
        }
        return new ModelAndView(TEMPLATE, Map.of("page", shown(filter, asker, position, findings)), answered);
    }

    private static boolean reads(Asker asker) {
        return asker.role() != Role.ADMIN;
    }

    private @Nullable Moment recordedAt(long position) {
        return position < 0
                ? null
                : log.read(position, 1).stream()
                        .findFirst()
                        .map(event -> Figures.moment(event.recordedAt(), Language.TH))
                        .orElse(null);
    }

    private @Nullable Seal seal() {
        return sealedLog
                .head()
                .flatMap(SealedHead::latest)
                .map(latest -> new Seal(
                        Figures.count(latest.checkpoint().size()), Figures.moment(latest.sealedAt(), Language.TH)))
                .orElse(null);
    }

    private Trouble told(ProblemException problem) {
        return new Trouble(
                texts.detail(Language.TH, problem.reason(), problem.data()),
                texts.detail(Language.EN, problem.reason(), problem.data()));
    }

    private StatusPage shown(Filter filter, Asker asker, long position, Findings findings) {
        Found found = findings.found();
        return new StatusPage(
                viewer(asker),
                reads(asker),
                filter,
                agencies(findings.everything(), filter, asker),
                statuses(filter),
                found.projects().stream().map(Words::row).toList(),
                Figures.count(found.total()),
                counts(found.totals()),
                pager(filter, found),
                findings.problem(),
                position < 0 ? "" : Figures.count(position),
                findings.lastRecording(),
                findings.sealed(),
                settings.commandDocs());
    }

    private Viewer viewer(Asker asker) {
        String key = "role." + asker.role().name();
        return new Viewer(
                asker.id(),
                texts.find(Language.TH, key, Map.of()).orElse(asker.role().name()),
                texts.find(Language.EN, key, Map.of()).orElse(asker.role().name()),
                asker.agency());
    }

    private static List<Choice> agencies(Totals everything, Filter filter, Asker asker) {
        return everything.byAgency().stream()
                // its main code may lie outside an officer's scope
                .filter(total -> total.codes().stream().anyMatch(asker::sees))
                .map(total -> new Choice(total.code(), total.name(), filter.asksFor(total)))
                .toList();
    }

    private static List<Choice> statuses(Filter filter) {
        return Arrays.stream(ProjectStatus.values())
                .map(status -> new Choice(
                        status.name(), Words.status(status).th(), status.name().equals(filter.status())))
                .toList();
    }

    private static List<Count> counts(Totals totals) {
        return Arrays.stream(ProjectStatus.values())
                .map(status -> new Count(
                        Words.status(status), Figures.count(totals.byStatus().getOrDefault(status.name(), 0L))))
                .toList();
    }

    private static Pager pager(Filter filter, Found found) {
        if (found.projects().isEmpty()) {
            return new Pager(0, 0, null, null);
        }
        long page = filter.question().page();
        long from = page * Filter.ON_A_PAGE + 1;
        long to = from + found.projects().size() - 1;
        return new Pager(
                from, to, page == 0 ? null : filter.linkTo(page), to < found.total() ? filter.linkTo(page + 2) : null);
    }
}
