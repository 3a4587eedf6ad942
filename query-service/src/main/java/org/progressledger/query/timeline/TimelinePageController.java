package org.progressledger.query.timeline;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.Role;
import org.progressledger.events.EventCatalogue;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.frame.TypedDate;
import org.progressledger.query.printouts.PrintoutReader;
import org.progressledger.query.printouts.ProjectPrintouts;
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
    private final PrintoutReader printouts;
    private final TimelineSettings settings;
    private final Withdrawable withdrawable;

    TimelinePageController(
            ProjectPages pages,
            ReadModel readModel,
            Framing framing,
            PrintoutReader printouts,
            TimelineSettings settings,
            Withdrawable withdrawable) {
        this.withdrawable = withdrawable;
        this.pages = pages;
        this.readModel = readModel;
        this.framing = framing;
        this.printouts = printouts;
        this.settings = settings;
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
        List<TimelineEntry> shown = held.part().stream()
                .filter(entry -> type.isEmpty() || entry.type().equals(type))
                .filter(entry -> first == null || !entry.happenedOn().isBefore(first))
                .filter(entry -> last == null || !entry.happenedOn().isAfter(last))
                .sorted(ORDERS.get(order))
                .toList();
        List<TimelinePage.Entry> entries = new Entries(frame, settings, printoutsOf(code, shown, asker)).of(shown);
        return new ModelAndView(
                        "timeline",
                        Map.of(
                                "page",
                                new TimelinePage(
                                        frame,
                                        held.head(frame),
                                        filter,
                                        held.part().size(),
                                        asker.role() != Role.OFFICER,
                                        entries.stream()
                                                        .anyMatch(entry -> entry.quote() != null
                                                                && entry.quote().bounded())
                                                ? settings.quotedEvents()
                                                : -1,
                                        types(held.part(), type, frame),
                                        orders(order, frame),
                                        entries)))
                .addObject("withdrawable", withdrawable.by(asker, held.project().projectCode()));
    }

    /** Opened only where something is to be quoted. */
    private @Nullable ProjectPrintouts printoutsOf(String code, List<TimelineEntry> shown, Asker asker) {
        return shown.stream().allMatch(entry -> entry.source() == null)
                ? null
                : printouts.of(ProjectDesk.code(code), asker).orElse(null);
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
}
