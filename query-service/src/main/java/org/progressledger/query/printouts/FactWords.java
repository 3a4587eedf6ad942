package org.progressledger.query.printouts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.Amended;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealReviewed;
import org.progressledger.events.AppealWithdrawn;
import org.progressledger.events.Baht;
import org.progressledger.events.EvidenceAttached;
import org.progressledger.events.FactWithdrawn;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.FlagAcknowledged;
import org.progressledger.events.FormCertified;
import org.progressledger.events.IndicatorAdopted;
import org.progressledger.events.IndicatorCriteriaChanged;
import org.progressledger.events.IndicatorResultRecorded;
import org.progressledger.events.LateWindowOpened;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;
import org.progressledger.events.Percent;
import org.progressledger.events.Period;
import org.progressledger.events.PlanRecorded;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCancelled;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.ProjectReopened;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.ReportReturned;
import org.progressledger.events.ResponsibleAgency;

/** The words in which a form tells a fact, as patterns for a {@link Loose} text. Persons are not among them. */
final class FactWords {
    private static final int SHORTEST = 3;
    private static final int BUDDHIST_ERA = 543;
    private static final List<String> MONTHS = List.of(
            "มกราคม|ม\\.ค\\.",
            "กุมภาพันธ์|ก\\.พ\\.",
            "มีนาคม|มี\\.ค\\.",
            "เมษายน|เม\\.ย\\.",
            "พฤษภาคม|พ\\.ค\\.",
            "มิถุนายน|มิ\\.ย\\.",
            "กรกฎาคม|ก\\.ค\\.",
            "สิงหาคม|ส\\.ค\\.",
            "กันยายน|ก\\.ย\\.",
            "ตุลาคม|ต\\.ค\\.",
            "พฤศจิกายน|พ\\.ย\\.",
            "ธันวาคม|ธ\\.ค\\.");

    private final List<Pattern> patterns = new ArrayList<>();

    private FactWords() {}

    static List<Pattern> of(ProjectEvent event) {
        FactWords words = new FactWords();
        words.tell(event);
        return List.copyOf(words.patterns);
    }

    /** The switch has no default: a new event is asked here in which words a form tells it. */
    private void tell(ProjectEvent event) {
        switch (event) {
            case ProgressReported report -> report(report);
            case ProgressCorrected corrected -> {
                percentOf(corrected.reportNo(), corrected.after().percent());
                add(corrected.after().narrative());
            }
            case ProjectRegistered registered ->
                add(
                        registered.name(),
                        registered.project().text(),
                        registered.fiscalYear(),
                        registered.period(),
                        registered.budget().allocated(),
                        registered.budget().spent(),
                        registered.agency());
            case ProjectDetailsAmended amended ->
                amended.changes().values().stream().map(Amended::after).forEach(this::addOne);
            case ActivityHeld activity -> add(activity.heldOn(), activity.description());
            case ProjectPaused paused -> add(paused.words(), paused.effectiveOn(), paused.letter());
            case ProjectResumed resumed -> add(resumed.words(), resumed.effectiveOn(), resumed.letter());
            case ProjectCompleted completed -> add(completed.words(), completed.completedOn(), completed.letter());
            case LetterCited cited -> add(cited.letter());
            case AppealCited cited -> add(cited.words());
            case AppealFiled filed -> add(filed.grounds(), filed.asked(), filed.letter());
            case IndicatorAdopted adopted -> add(adopted.text(), adopted.target(), adopted.criteria());
            case IndicatorResultRecorded result -> add(result.narrative());
            case EvidenceAttached attached -> add(attached.name());
            case AppealDecided none -> {}
            case AppealWithdrawn none -> {}
            case AppealReviewed none -> {}
            case FactWithdrawn none -> {}
            case FlagAcknowledged none -> {}
            case FormCertified none -> {}
            case IndicatorCriteriaChanged none -> {}
            case LateWindowOpened none -> {}
            case PlanRecorded none -> {}
            case ProjectCancelled none -> {}
            case ProjectReopened none -> {}
            case QuarterEvaluated none -> {}
            case ReportReturned none -> {}
        }
    }

    private void report(ProgressReported report) {
        percentOf(report.reportNo(), report.content().percent());
        add(report.reportedOn());
        add(
                report.printed() == null
                        ? report.content().narrative()
                        : report.printed().narrative());
    }

    /** Only where the form itself tells the report's number beside it: a row may hold the percentage of another report. */
    private void percentOf(int reportNo, Percent percent) {
        patterns.add(Pattern.compile(
                "=" + number(percent.value()) + "%[^%]{0,120}?\\(ครั้งที่" + reportNo + "\\)(?:=[0-9,.]*บาท)?"));
    }

    private void add(@Nullable Object... values) {
        for (Object value : values) {
            addOne(value);
        }
    }

    private void addOne(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case String text -> literally(text);
            case LocalDate date -> patterns.add(date(date));
            case Baht baht -> patterns.add(Pattern.compile(number(baht.value())));
            case FiscalYear year -> patterns.add(Pattern.compile("(?<=พ\\.ศ\\.:?)" + year.buddhistYear()));
            case Period period -> add(period.startsOn(), period.endsOn());
            case ResponsibleAgency agency -> add(agency.name(), agency.division(), agency.section());
            case Letter letter -> add(letter.number(), letter.datedOn(), letter.subject());
            default -> {} // nothing that a line would hold in these words
        }
    }

    private void literally(String text) {
        String letters = Loose.of(text).letters();
        if (letters.length() >= SHORTEST) {
            patterns.add(Pattern.compile(letters, Pattern.LITERAL));
        }
    }

    /** {@code 22/10/2563}, {@code 2020-10-22}, {@code 22 ตุลาคม 2563} and {@code 22 ต.ค. 2563}. */
    private static Pattern date(LocalDate date) {
        int day = date.getDayOfMonth();
        int month = date.getMonthValue();
        int year = date.getYear() + BUDDHIST_ERA;
        return Pattern.compile("(?<!\\d)(?:0?%d[/.-]0?%d[/.-](?:%d|%d)(?!\\d)|%s|0?%d(?:%s)(?:พ\\.ศ\\.)?%d)"
                .formatted(day, month, year, date.getYear(), date, day, MONTHS.get(month - 1), year));
    }

    /** With or without commas and trailing zeros, and not within a longer number. */
    private static String number(BigDecimal value) {
        String plain = Objects.requireNonNull(value).stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String grouped = whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ",?");
        String fraction = point < 0 ? "(?:\\.0+)?" : "\\." + plain.substring(point + 1) + "0*";
        return "(?<![0-9,.])" + grouped + fraction + "(?![0-9]|[.,][0-9])";
    }
}
