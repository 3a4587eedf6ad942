package org.progressledger.query.periods;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Amended;
import org.progressledger.events.Baht;
import org.progressledger.events.FactWithdrawn;
import org.progressledger.events.Period;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.Quarter;
import org.progressledger.events.ReportContent;
import org.progressledger.events.Score;

/** A year in which everything happens that answers by period look at, on paper and typed, in and out of order. */
final class RandomTale {
    private static final LocalDate FIRST = LocalDate.parse("2020-10-01");

    private final Random random;
    private final Tale tale;
    private final TreeMap<Integer, Standing> reports = new TreeMap<>();
    private final List<Long> pauses = new ArrayList<>();
    private final boolean paper;
    private int today;
    private Period period;
    private @Nullable Baht spent;
    private @Nullable LocalDate pausedOn;
    private @Nullable LocalDate ended;
    private LocalDate reopened = LocalDate.MIN;

    private record Standing(int revision, ReportContent content, boolean returned) {}

    private RandomTale(long seed) {
        this.random = new Random(seed * 7919);
        this.paper = seed % 3 == 0;
        this.period = new Period(FIRST.plusDays(random.nextInt(60)), FIRST.plusDays(150L + random.nextInt(260)));
        this.tale = Tale.of(period.startsOn().toString(), period.endsOn().toString(), null);
        this.today = (int) (period.startsOn().toEpochDay() - FIRST.toEpochDay());
    }

    static Tale told(long seed) {
        RandomTale dice = new RandomTale(seed);
        for (int step = 0; step < 60; step++) {
            dice.today += dice.random.nextInt(9);
            dice.tale.today(FIRST.plusDays(dice.today));
            if (dice.paper && dice.once(3)) {
                dice.tale.fromPaper();
            } else {
                dice.tale.typed();
            }
            dice.happens();
        }
        return dice.tale;
    }

    private boolean once(int inSoMany) {
        return random.nextInt(inSoMany) == 0;
    }

    private LocalDate day(int atMostBefore) {
        return FIRST.plusDays(today - random.nextInt(atMostBefore + 1));
    }

    private ReportContent says() {
        return Tale.says("" + random.nextInt(101), once(3) ? null : "" + random.nextInt(5));
    }

    private void happens() {
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4 -> report();
            case 5 -> correct();
            case 6 -> giveBack();
            case 7 -> pause();
            case 8 -> resume();
            case 9 -> end();
            case 10 -> amend();
            case 11 -> plan();
            case 12, 13 -> score();
            case 14 ->
                tale.window(
                        day(60).toString().substring(0, 7),
                        FIRST.plusDays(today + 5L).toString());
            default -> withdraw();
        }
    }

    private void report() {
        Standing last = reports.isEmpty() ? null : reports.lastEntry().getValue();
        boolean again = last != null && last.returned();
        int no = reports.isEmpty() ? 1 : reports.lastKey() + (again ? 0 : 1);
        int revision = again ? last.revision() + 1 : 1;
        ReportContent content = says();
        tale.report(no, revision, day(once(3) ? 90 : 20), content);
        reports.put(no, new Standing(revision, content, false));
    }

    private void correct() {
        if (reports.isEmpty()) {
            return;
        }
        int no = 1 + random.nextInt(reports.lastKey());
        Standing standing = reports.get(no);
        ReportContent after = says();
        if (!standing.returned() && !after.equals(standing.content())) {
            tale.corrected(no, standing.content(), after);
            reports.put(no, new Standing(standing.revision(), after, false));
        }
    }

    private void giveBack() {
        if (!reports.isEmpty() && !reports.lastEntry().getValue().returned()) {
            Standing standing = reports.lastEntry().getValue();
            tale.returned(reports.lastKey(), standing.revision());
            reports.put(reports.lastKey(), new Standing(standing.revision(), standing.content(), true));
        }
    }

    private void pause() {
        if (pausedOn == null) {
            pausedOn = day(40);
            pauses.add(tale.nextSequence());
            tale.paused(pausedOn);
        }
    }

    private void resume() {
        if (pausedOn != null) {
            tale.resumed(pausedOn, pausedOn.plusDays(random.nextInt(60)));
            pausedOn = null;
        }
    }

    private void end() {
        if (ended == null) {
            LocalDate on = OnDay.later(day(20), reopened.equals(LocalDate.MIN) ? FIRST : reopened.plusDays(1));
            tale.completed(on);
            ended = on;
        } else {
            reopened = ended.plusDays(1L + random.nextInt(50));
            tale.reopened(reopened);
            ended = null;
        }
    }

    /** Amendments take effect one after the other, as the office allows. */
    private void amend() {
        if (once(2)) {
            Period after = new Period(
                    period.startsOn().plusDays(random.nextInt(30) - 10L),
                    period.endsOn().plusDays(random.nextInt(40)));
            if (!after.equals(period)) {
                tale.amended(once(2) ? null : FIRST.plusDays(today + 3L), new Amended<>(period, after), null, null);
                period = after;
            }
        } else {
            Baht after = once(4) ? null : Baht.of("" + random.nextInt(9));
            if (spent == null ? after != null : !spent.equals(after)) {
                tale.amended(once(2) ? null : day(30), null, null, new Amended<>(spent, after));
                spent = after;
            }
        }
    }

    private void plan() {
        int from = random.nextInt(8);
        List<PlannedMonth> months = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String month = FIRST.plusMonths(from + i).toString().substring(0, 7);
            if (!once(3)) {
                months.add(Tale.by(month, "" + (i * 20 + random.nextInt(20))));
            }
        }
        if (!months.isEmpty()) {
            tale.planned(once(2) ? null : day(60), months.toArray(PlannedMonth[]::new));
        }
    }

    private void score() {
        tale.scored(
                Quarter.containing(day(100)),
                once(4) ? null : Score.of("" + random.nextInt(101)),
                once(2) ? null : day(80));
    }

    private void withdraw() {
        if (!pauses.isEmpty()) {
            tale.fact(new FactWithdrawn(Tale.CODE, pauses.removeLast(), "project-paused"));
            pausedOn = null;
        }
    }
}
