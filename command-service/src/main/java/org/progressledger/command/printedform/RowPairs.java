package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pairs dates and percentages. They strictly alternate on the paper; where more of one kind stand together, either the words
 * of a report look like a row, which a person decides, or a part of a row is lost, which is refused. The true numbers tell
 * which: if the report that is expected next is the only new one here, nothing is lost.
 */
final class RowPairs {
    private static final int MOST_OPTIONS = 10;

    private final Paper paper;
    private final Readings readings;
    private final List<Mark> marks;
    private int latestNumber;

    /** A report's two marks. */
    record Pair(Mark.DateMark date, Mark.PercentMark percent) {}

    RowPairs(Paper paper, List<Mark> marks, Readings readings) {
        this.paper = paper;
        this.marks = marks;
        this.readings = readings;
    }

    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        List<Mark.DateMark> dates = new ArrayList<>();
        List<Mark.PercentMark> percents = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark instanceof Mark.DateMark date) {
                if (!percents.isEmpty()) {
                    pairs.add(pair(dates, percents));
                    dates.clear();
                    percents.clear();
                }
                dates.add(date);
            } else if (mark instanceof Mark.PercentMark percent) {
                if (dates.isEmpty()) {
                    throw notPaired(percent, "PERCENT");
                }
                percents.add(percent);
            }
        }
        if (!dates.isEmpty()) {
            pairs.add(pair(dates, percents));
        }
        return pairs;
    }

    private Pair pair(List<Mark.DateMark> dates, List<Mark.PercentMark> percents) {
        if (percents.isEmpty()) {
            throw notPaired(dates.getFirst(), "DATE");
        }
        refuseOverlap(dates.getLast(), percents.getFirst());
        int expected = latestNumber + 1;
        boolean single = dates.size() == 1 && percents.size() == 1;
        if (!single) {
            boolean isHere = percents.stream().anyMatch(percent -> percent.reportNo() == expected);
            Optional<Mark.PercentMark> another = percents.stream()
                    .filter(percent -> percent.reportNo() > expected)
                    .findFirst();
            boolean tooMany = dates.size() > MOST_OPTIONS || percents.size() > MOST_OPTIONS;
            if (tooMany || !isHere || another.isPresent()) {
                throw dates.size() > 1 ? notPaired(dates.getFirst(), "DATE") : notPaired(percents.get(1), "PERCENT");
            }
        }
        Mark.DateMark date = dates.size() == 1 ? dates.getFirst() : chosenDate(dates, expected);
        Mark.PercentMark percent = percents.size() == 1 ? percents.getFirst() : chosenPercent(percents, expected);
        latestNumber = Math.max(latestNumber, percent.reportNo());
        return new Pair(date, percent);
    }

    private void refuseOverlap(Mark.DateMark date, Mark.PercentMark percent) {
        if (percent.start() < date.end()) {
            throw notPaired(percent, "DATE");
        }
    }

    private Mark.DateMark chosenDate(List<Mark.DateMark> dates, int reportNo) {
        return dates.get(readings.choose(
                "r" + reportNo + "-date",
                "reportedOn",
                reportNo,
                dates.stream().map(date -> option(date, date.date().toString())).toList(),
                0));
    }

    private Mark.PercentMark chosenPercent(List<Mark.PercentMark> percents, int reportNo) {
        int likely = 0;
        for (int i = 0; i < percents.size(); i++) {
            likely = percents.get(i).reportNo() == reportNo ? i : likely;
        }
        return percents.get(readings.choose(
                "r" + reportNo + "-percent",
                "percent",
                reportNo,
                percents.stream()
                        .map(percent -> option(
                                percent, percent.percent() + " % (" + percent.reportNo() + ") " + percent.disbursed()))
                        .toList(),
                likely));
    }

    private Reading.Option option(Mark mark, String text) {
        int line = line(paper, mark);
        return new Reading.Option("line-" + line, text, line);
    }

    private UnreadablePaper notPaired(Mark mark, String found) {
        return new UnreadablePaper(UnreadableCode.ROWS_NOT_PAIRED, line(paper, mark), Map.of("found", found));
    }

    static int line(Paper paper, Mark mark) {
        // a mark may begin with the white space before it
        return paper.lineAt(paper.trimmed(mark.start(), mark.end()).start());
    }
}
