package org.progressledger.query.timeline;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.RecordedEvent;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.frame.TypedDate;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.Views.TimelineEntry;
import org.progressledger.query.timeline.TimelinePage.Choice;
import org.progressledger.query.timeline.TimelinePage.Filter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The timeline of a project, for people. */
@Page
class TimelinePageController {
    private static final String NEWEST = "newest";
    private static final Map<String, Comparator<TimelineEntry>> ORDERS = Map.of(
            NEWEST,
            Comparator.comparing(TimelineEntry::happenedOn)
                    .thenComparing(TimelineEntry::position)
                    .reversed(),
            "oldest",
            Comparator.comparing(TimelineEntry::happenedOn).thenComparing(TimelineEntry::position),
            "recorded",
            Comparator.comparing(TimelineEntry::position).reversed());

    private final ProjectPages pages;
    private final ReadModel readModel;
    private final Framing framing;

    TimelinePageController(ProjectPages pages, ReadModel readModel, Framing framing) {
        this.pages = pages;
        this.readModel = readModel;
        this.framing = framing;
    }

    @GetMapping("/projects/{code}/timeline")
    ModelAndView timeline(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = NEWEST) String order,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Filter filter = new Filter(type, order, from, to);
        if (!ORDERS.containsKey(order)) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "order"));
        }
        if (!type.isEmpty() && EventCatalogue.named(type).isEmpty()) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "type"));
        }
        LocalDate first = TypedDate.of("from", from);
        LocalDate last = TypedDate.of("to", to);
        Held<List<TimelineEntry>> held = pages.read(
                code, atLeast, asker, valid -> readModel.timeline(valid).orElse(List.of()));
        List<TimelinePage.Entry> entries = held.part().stream()
                .filter(entry -> type.isEmpty() || entry.type().equals(type))
                .filter(entry -> first == null || !entry.happenedOn().isBefore(first))
                .filter(entry -> last == null || !entry.happenedOn().isAfter(last))
                .sorted(ORDERS.get(order))
                .map(entry -> entry(entry, frame))
                .toList();
        return new ModelAndView(
                "timeline",
                Map.of(
                        "page",
                        new TimelinePage(
                                frame,
                                held.head(frame),
                                filter,
                                held.part().size(),
                                types(held.part(), type, frame),
                                orders(order, frame),
                                entries)));
    }

    private static List<Choice> types(List<TimelineEntry> timeline, String chosen, Frame frame) {
        Map<String, Long> counts = timeline.stream()
                .collect(Collectors.groupingBy(TimelineEntry::type, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(type -> new Choice(
                        type.getKey(),
                        frame.say("event." + type.getKey()) + " (" + type.getValue() + ")",
                        type.getKey().equals(chosen)))
                .toList();
    }

    private static List<Choice> orders(String chosen, Frame frame) {
        return Stream.of(NEWEST, "oldest", "recorded")
                .map(order -> new Choice(order, frame.say("order." + order), order.equals(chosen)))
                .toList();
    }

    private static TimelinePage.Entry entry(TimelineEntry entry, Frame frame) {
        LocalDate recordedOn = LocalDate.ofInstant(entry.recordedAt(), RecordedEvent.OFFICE);
        return new TimelinePage.Entry(
                Figures.count(entry.position()),
                entry.position(),
                Figures.day(entry.happenedOn(), frame.language()),
                Figures.moment(entry.recordedAt(), frame.language()),
                lag(entry.happenedOn(), recordedOn, frame),
                EventCatalogue.named(entry.type())
                        .map(TimelinePageController::icon)
                        .orElse("#i-paper"),
                frame.say("event." + entry.type()),
                entry.type(),
                frame.say(entry.summary().th(), entry.summary().en()),
                entry.actor().id(),
                frame.texts()
                        .find(frame.language(), "role." + entry.actor().role(), Map.of())
                        .orElse(entry.actor().role()),
                entry.actor().agency(),
                entry.reason(),
                entry.percent().before().compareTo(entry.percent().after()) != 0,
                entry.percent().before().setScale(2).toPlainString(),
                entry.percent().after().setScale(2).toPlainString(),
                number(entry.withdrawnBy()),
                number(entry.withdraws()),
                entry.source() == null ? null : Figures.lines(entry.source().lines()),
                entry.source() == null ? null : entry.source().sha256(),
                entry.eventId(),
                entry.hash(),
                entry.sequence());
    }

    private static @Nullable String number(@Nullable Long position) {
        return position == null ? null : Figures.count(position);
    }

    /** "5 years 2 months" late, or early where it was dated ahead; null within a month. */
    private static @Nullable String lag(LocalDate happened, LocalDate recorded, Frame frame) {
        Period lag = Period.between(happened, recorded);
        if (lag.isNegative() || lag.toTotalMonths() < 1) {
            return null;
        }
        Function<String, String> say = frame::say;
        return say.apply("lag") + " "
                + (lag.getYears() == 0 ? "" : frame.say("years", Map.of("n", lag.getYears())) + " ")
                + (lag.getMonths() == 0 ? "" : frame.say("months", Map.of("n", lag.getMonths())));
    }

    /** The switch has no default: a new event is asked here how it looks. */
    private static String icon(EventCatalogue type) {
        return switch (type) {
            case PROGRESS_REPORTED -> "#i-report";
            case PROGRESS_CORRECTED, PROJECT_DETAILS_AMENDED, FACT_WITHDRAWN -> "#i-fix";
            case PROJECT_PAUSED -> "#i-pause";
            case PROJECT_REGISTERED, PROJECT_RESUMED, PROJECT_REOPENED, ACTIVITY_HELD -> "#i-start";
            case PROJECT_COMPLETED, FORM_CERTIFIED, FLAG_ACKNOWLEDGED -> "#i-ok";
            case PROJECT_CANCELLED, REPORT_RETURNED -> "#i-no";
            case APPEAL_FILED, APPEAL_DECIDED, APPEAL_WITHDRAWN, APPEAL_REVIEWED, APPEAL_CITED -> "#i-appeal";
            case LETTER_CITED,
                    EVIDENCE_ATTACHED,
                    PLAN_RECORDED,
                    LATE_WINDOW_OPENED,
                    INDICATOR_ADOPTED,
                    INDICATOR_RESULT_RECORDED,
                    INDICATOR_CRITERIA_CHANGED,
                    QUARTER_EVALUATED -> "#i-paper";
        };
    }
}
