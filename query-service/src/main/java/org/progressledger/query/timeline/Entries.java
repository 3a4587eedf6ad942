package org.progressledger.query.timeline;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.Fact;
import org.progressledger.events.RecordedEvent;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.printouts.PrintoutSource;
import org.progressledger.query.printouts.ProjectPrintouts;
import org.progressledger.query.printouts.Quoting;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.projection.Views.TimelineEntry;
import org.progressledger.query.timeline.TimelinePage.Quote;

/** Events in the words and figures of the page, the first ones with the lines that they were read from. */
final class Entries {
    private final Frame frame;
    private final TimelineSettings settings;
    private final @Nullable ProjectPrintouts printouts;
    private final Map<Long, Fact> facts = new HashMap<>();
    private int quoted;

    /** @param printouts null where no event of the page was read from one */
    Entries(Frame frame, TimelineSettings settings, @Nullable ProjectPrintouts printouts) {
        this.frame = frame;
        this.settings = settings;
        this.printouts = printouts;
        if (printouts != null) {
            printouts.history().facts().forEach(fact -> facts.put(fact.position(), fact));
        }
    }

    List<TimelinePage.Entry> of(List<TimelineEntry> timeline) {
        List<TimelinePage.Entry> entries = new ArrayList<>();
        timeline.forEach(entry -> entries.add(entry(entry)));
        return entries;
    }

    private TimelinePage.Entry entry(TimelineEntry entry) {
        LocalDate recordedOn = LocalDate.ofInstant(entry.recordedAt(), RecordedEvent.OFFICE);
        return new TimelinePage.Entry(
                Figures.count(entry.position()),
                entry.position(),
                Figures.day(entry.happenedOn(), frame.language()),
                Figures.moment(entry.recordedAt(), frame.language()),
                lag(entry.happenedOn(), recordedOn),
                EventCatalogue.named(entry.type()).map(Entries::icon).orElse("#i-paper"),
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
                entry.source() == null ? null : quote(entry, entry.source()),
                entry.eventId(),
                entry.hash(),
                entry.sequence());
    }

    private Quote quote(TimelineEntry entry, SourceView read) {
        String lines = Figures.lines(read.lines());
        Fact fact = facts.get(entry.position());
        boolean bounded = quoted >= settings.quotedEvents();
        if (printouts == null || fact == null || bounded) {
            return new Quote(lines == null ? "" : lines, read.sha256(), first(read), List.of(), null, bounded);
        }
        quoted++;
        PrintoutSource source = printouts.source(read.sha256());
        return new Quote(
                lines == null ? "" : lines,
                read.sha256(),
                first(read),
                Quoting.of(source, fact, settings.quotedLines()).stream()
                        .map(line -> line.shortened(settings.quotedCharacters()))
                        .toList(),
                source.withheld() == null ? null : frame.say("withheld." + source.withheld()),
                false);
    }

    private static int first(SourceView read) {
        return read.lines().getFirst().first();
    }

    private static @Nullable String number(@Nullable Long position) {
        return position == null ? null : Figures.count(position);
    }

    /** "5 years 2 months" late, or early where it was dated ahead; null within a month. */
    private @Nullable String lag(LocalDate happened, LocalDate recorded) {
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
