package org.progressledger.query.periods;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.periods.TimelinessRow.BoardAgency;
import org.progressledger.query.periods.TimelinessRow.BoardMonth;
import org.progressledger.query.periods.TimelinessRow.Counts;

/** Adds up how months of projects were judged. */
final class Board {
    private final Judge judge;
    private final List<Column> months;
    private final List<Counts> counts;
    private long projects;

    Board(Judge judge, List<Column> months) {
        this.judge = judge;
        this.months = months;
        this.counts = new ArrayList<>(Collections.nCopies(months.size(), Counts.NONE));
    }

    /** How each month of the project was judged; null where no report is expected. */
    List<@Nullable Judged> judged(OnDay project) {
        List<@Nullable Judged> judged = new ArrayList<>();
        months.forEach(month -> judged.add(judge.of(project, month).orElse(null)));
        return judged;
    }

    void add(List<@Nullable Judged> judged) {
        projects++;
        for (int place = 0; place < judged.size(); place++) {
            Judged one = judged.get(place);
            if (one != null) {
                counts.set(place, counts.get(place).and(Counts.of(one)));
            }
        }
    }

    TimelinessRow row(BoardAgency agency) {
        return row(agency, null, null, Collections.nCopies(months.size(), null));
    }

    TimelinessRow row(
            BoardAgency agency, @Nullable String projectCode, @Nullable String name, List<@Nullable Judged> judged) {
        List<BoardMonth> shown = new ArrayList<>();
        for (int place = 0; place < months.size(); place++) {
            Column month = months.get(place);
            shown.add(new BoardMonth(month.name(), judge.dueOn(month), counts.get(place), judged.get(place)));
        }
        return new TimelinessRow(
                agency, projectCode, name, projects, counts.stream().reduce(Counts.NONE, Counts::and), shown);
    }
}
