package org.progressledger.query.rawevents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.ProjectCode;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.frame.Choice;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Link;
import org.progressledger.query.frame.Page;
import org.progressledger.query.rawevents.RawEventsPage.Event;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The history as the ledger holds it, for people; persons stay sealed. */
@Page
class RawEventsPageController {
    private static final int ON_A_PAGE = 20;
    private static final String PATH = "/events";
    private static final int LONGEST_SHOWN = 20_000;

    private final CommitLog log;
    private final ProjectDesk desk;
    private final Framing framing;

    RawEventsPageController(CommitLog log, ProjectDesk desk, Framing framing) {
        this.log = log;
        this.desk = desk;
        this.framing = framing;
    }

    /** Events from one of them on, and where the others begin; null where there are none. */
    private record Window(
            List<LedgerEvent> events,
            List<Choice> types,
            long size,
            @Nullable Long first,
            @Nullable Long older,
            @Nullable Long newer,
            @Nullable Long last) {}

    @GetMapping(PATH)
    ModelAndView events(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Long position = position(from);
        require(project.isBlank() || ProjectCode.isValid(project.strip()), "project");
        require(type.isEmpty() || EventCatalogue.named(type).isPresent(), "type");
        desk.position(atLeast);
        Frame frame = framing.around(asker, request, response);
        long last = log.lastPosition().orElse(-1);
        Window window =
                project.isBlank() ? ofLedger(position, last) : ofProject(project.strip(), position, type, frame);
        Link all = Link.to(PATH).with("project", project.strip()).with("type", project.isBlank() ? null : type);
        return new ModelAndView(
                "rawevents",
                Map.of(
                        "page",
                        new RawEventsPage(
                                frame,
                                position == null ? "" : Figures.count(position),
                                project.strip(),
                                window.types(),
                                Figures.count(window.size()),
                                window.events().stream()
                                        .map(event -> event(event, frame))
                                        .toList(),
                                at(all, window.first()),
                                at(all, window.older()),
                                at(all, window.newer()),
                                at(all, window.last()))));
    }

    private static @Nullable String at(Link all, @Nullable Long position) {
        return position == null ? null : all.with("from", position).address();
    }

    /** As it is written, with or without the mark and commas; null where nothing was. */
    private static @Nullable Long position(String typed) {
        String digits = typed.strip().replace("#", "").replace(",", "");
        if (digits.isEmpty()) {
            return null;
        }
        try {
            long position = Long.parseLong(digits);
            require(position >= 0, "from");
            return position;
        } catch (NumberFormatException notOne) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "from"));
        }
    }

    private static void require(boolean holds, String parameter) {
        if (!holds) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", parameter));
        }
    }

    /** The last ones unless a position is asked for. */
    private Window ofLedger(@Nullable Long asked, long last) {
        long lastPage = Math.max(0, last - ON_A_PAGE + 1);
        long from = asked == null ? lastPage : asked;
        List<LedgerEvent> events = log.read(from, ON_A_PAGE);
        return new Window(
                events,
                List.of(),
                last + 1,
                from > 0 ? 0L : null,
                from > 0 ? Math.max(0, Math.min(from, last + 1) - ON_A_PAGE) : null,
                from + ON_A_PAGE <= last ? from + ON_A_PAGE : null,
                from + ON_A_PAGE <= last ? lastPage : null);
    }

    private Window ofProject(String project, @Nullable Long asked, String type, Frame frame) {
        List<LedgerEvent> stream = log.readStream(project, 0);
        List<LedgerEvent> all = stream.stream()
                .filter(event -> type.isEmpty() || event.type().equals(type))
                .toList();
        int lastPage = Math.max(0, all.size() - ON_A_PAGE);
        int begin = asked == null ? lastPage : before(asked, all);
        int end = Math.min(all.size(), begin + ON_A_PAGE);
        return new Window(
                all.subList(begin, end),
                types(stream, type, frame),
                all.size(),
                begin > 0 ? all.getFirst().position() : null,
                begin > 0 ? all.get(Math.max(0, begin - ON_A_PAGE)).position() : null,
                end < all.size() ? all.get(end).position() : null,
                end < all.size() ? all.get(lastPage).position() : null);
    }

    private static int before(long position, List<LedgerEvent> events) {
        return (int)
                events.stream().filter(event -> event.position() < position).count();
    }

    private static List<Choice> types(List<LedgerEvent> stream, String chosen, Frame frame) {
        Map<String, Long> counts =
                stream.stream().collect(Collectors.groupingBy(LedgerEvent::type, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(type -> EventCatalogue.named(type.getKey()).isPresent())
                .map(type -> new Choice(
                        type.getKey(),
                        frame.say("event." + type.getKey()) + " (" + type.getValue() + ")",
                        type.getKey().equals(chosen)))
                .toList();
    }

    private static Event event(LedgerEvent event, Frame frame) {
        String payload = PrettyJson.of(event.payload());
        boolean cut = payload.length() > LONGEST_SHOWN;
        return new Event(
                Figures.count(event.position()),
                event.position(),
                Figures.moment(event.recordedAt(), frame.language()),
                Figures.moment(event.timestamp(), frame.language()),
                event.type(),
                event.revision(),
                EventCatalogue.named(event.type()).isPresent() ? frame.say("event." + event.type()) : null,
                event.stream(),
                ProjectCode.isValid(event.stream()) ? event.stream() : null,
                Long.toString(event.sequence()),
                event.actor(),
                event.commandId(),
                event.eventId(),
                event.leafHash(),
                PrettyJson.of(event.metadataJson()),
                cut ? beginning(payload) : payload,
                cut);
    }

    /** Never half of a character that takes two. */
    private static String beginning(String text) {
        int end = Character.isHighSurrogate(text.charAt(LONGEST_SHOWN - 1)) ? LONGEST_SHOWN - 1 : LONGEST_SHOWN;
        return text.substring(0, end) + "…";
    }
}
