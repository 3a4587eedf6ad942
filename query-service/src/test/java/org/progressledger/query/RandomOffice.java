package org.progressledger.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.Amended;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.FactWithdrawn;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Period;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCancelled;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.ProjectReopened;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.ReportReturned;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.ledger.Commit;
import org.progressledger.query.NaiveRegister.Corrected;
import org.progressledger.query.NaiveRegister.Deed;
import org.progressledger.query.NaiveRegister.Ended;
import org.progressledger.query.NaiveRegister.Held;
import org.progressledger.query.NaiveRegister.Moved;
import org.progressledger.query.NaiveRegister.Noted;
import org.progressledger.query.NaiveRegister.Paused;
import org.progressledger.query.NaiveRegister.Registered;
import org.progressledger.query.NaiveRegister.Renamed;
import org.progressledger.query.NaiveRegister.Reopened;
import org.progressledger.query.NaiveRegister.Reported;
import org.progressledger.query.NaiveRegister.Resumed;
import org.progressledger.query.NaiveRegister.Returned;
import org.progressledger.query.NaiveRegister.Spent;
import org.progressledger.query.NaiveRegister.TakenBack;

/** An office that records things as they come to its mind: late, corrected, taken back, in any order of their dates. */
final class RandomOffice {
    static final String[] NAMES = {"ขุดลอกคลอง", "ปลูกต้นไม้", "ซ่อมทางเท้า", "สํานักงานสีเขียว", "อบรมอาสาสมัคร"};
    private static final LocalDate FIRST = LocalDate.of(2020, 10, 1);

    private final Office office;
    private final Random random;
    private final Map<String, List<Noted>> noted = new TreeMap<>();
    private long last;

    RandomOffice(Office office, Random random) {
        this.office = office;
        this.random = random;
    }

    /** The position of what was recorded last. */
    long last() {
        return last;
    }

    /** What was done, by project. */
    Map<String, List<Noted>> noted() {
        return noted;
    }

    /** What is still to be known of a project that is being made up. */
    private final class Story {
        final String code;
        final ProjectCode project;
        final List<Noted> deeds;
        int reports;
        long latestReport = -1;
        LocalDate latestOn = FIRST;
        int latestRevision;
        boolean latestReturned;
        long openPause = -1;
        LocalDate pausedOn = FIRST;
        LocalDate endedOn = FIRST;
        boolean ended;

        Story(String code, List<Noted> deeds) {
            this.code = code;
            this.project = ProjectCode.of(code);
            this.deeds = deeds;
        }

        long next() {
            return deeds.size();
        }

        void add(LocalDate happenedOn, Deed deed, ProjectEvent event) {
            Commit commit = office.commit(event);
            last = commit.events().getLast().position();
            deeds.add(new Noted(next(), happenedOn, commit.recordedAt(), deed));
        }
    }

    /** Many projects, told in turns. */
    void tell(List<String> codes, int deedsEach) throws InterruptedException {
        List<Story> stories = new ArrayList<>();
        for (String code : codes) {
            List<Noted> deeds = new ArrayList<>();
            noted.put(code, deeds);
            Story story = new Story(code, deeds);
            register(story);
            stories.add(story);
        }
        for (int round = 0; round < deedsEach; round++) {
            // so that instants of recording can tell the rounds apart
            Thread.sleep(2);
            for (Story story : stories) {
                deed(story);
            }
        }
    }

    private void register(Story story) {
        LocalDate startsOn = FIRST.plusDays(random.nextInt(60));
        String name = NAMES[random.nextInt(NAMES.length)];
        BigDecimal spent = money();
        story.latestOn = startsOn;
        story.add(
                startsOn,
                new Registered(name, 2564, spent),
                new ProjectRegistered(
                        story.project,
                        name,
                        FiscalYear.of(2564),
                        new Period(startsOn, LocalDate.of(2021, 9, 30)),
                        new Budget(Baht.of("250000"), new Baht(spent)),
                        new ResponsibleAgency("เขต " + story.code.substring(0, 8), null, null),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of()));
    }

    private BigDecimal money() {
        return BigDecimal.valueOf(random.nextInt(1_000_000), 2);
    }

    private LocalDate someDay() {
        return FIRST.plusDays(random.nextInt(365));
    }

    private void deed(Story story) {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> report(story);
            case 3 -> correct(story);
            case 4 -> giveBack(story);
            case 5 -> rename(story);
            case 6 -> spend(story);
            case 7 -> pauseOrResume(story);
            case 8 -> endOrReopen(story);
            case 9 -> hold(story);
            case 10 -> takeBack(story);
            default -> move(story);
        }
    }

    private void report(Story story) {
        boolean again = story.latestReturned;
        int no = again ? story.reports : ++story.reports;
        int revision = again ? story.latestRevision + 1 : 1;
        LocalDate on = story.latestOn.plusDays(random.nextInt(40));
        BigDecimal percent = BigDecimal.valueOf(random.nextInt(10_001), 2);
        story.latestReport = story.next();
        story.latestOn = on;
        story.latestRevision = revision;
        story.latestReturned = false;
        story.add(
                on,
                new Reported(no, revision, on, percent),
                new ProgressReported(story.project, no, revision, on, Office.content(percent.toString()), null));
    }

    private void correct(Story story) {
        if (story.latestReport >= 0 && !story.latestReturned) {
            BigDecimal percent = BigDecimal.valueOf(random.nextInt(10_001), 2);
            story.add(
                    story.latestOn,
                    new Corrected(story.latestReport, percent),
                    new ProgressCorrected(
                            story.project,
                            story.reports,
                            Office.content("12.34"),
                            Office.content(percent.toString()),
                            null,
                            null));
        }
    }

    private void giveBack(Story story) {
        if (story.latestReport >= 0 && !story.latestReturned) {
            story.latestReturned = true;
            story.add(
                    story.latestOn,
                    new Returned(story.latestReport),
                    new ReportReturned(story.project, story.reports, story.latestRevision));
        }
    }

    private void rename(Story story) {
        String name = NAMES[random.nextInt(NAMES.length)] + " " + random.nextInt(10);
        LocalDate on = someDay();
        story.add(on, new Renamed(name), amended(story, on, new Amended<>("เดิม", name), null, null));
    }

    private void spend(Story story) {
        BigDecimal amount = money();
        LocalDate on = someDay();
        story.add(on, new Spent(amount), amended(story, on, null, null, new Amended<>(null, new Baht(amount))));
    }

    private void move(Story story) {
        int year = 2564 + random.nextInt(2);
        LocalDate on = someDay();
        story.add(
                on,
                new Moved(year),
                amended(story, on, null, new Amended<>(FiscalYear.of(2560), FiscalYear.of(year)), null));
    }

    private static ProjectDetailsAmended amended(
            Story story, LocalDate on, Amended<String> name, Amended<FiscalYear> year, Amended<Baht> spent) {
        return new ProjectDetailsAmended(
                story.project, on, name, year, null, null, spent, null, null, null, null, null, null, null, null, null);
    }

    private void pauseOrResume(Story story) {
        if (story.openPause < 0) {
            story.openPause = story.next();
            story.pausedOn = someDay();
            story.add(
                    story.pausedOn,
                    new Paused(),
                    new ProjectPaused(story.project, story.pausedOn, PauseCause.COVID_19, "ชะลอ", null));
        } else {
            LocalDate on = story.pausedOn.plusDays(random.nextInt(50));
            long paused = story.openPause;
            story.openPause = -1;
            story.add(on, new Resumed(paused), new ProjectResumed(story.project, on, story.pausedOn, null, null));
        }
    }

    private void endOrReopen(Story story) {
        LocalDate on = story.endedOn.plusDays(random.nextInt(60));
        story.endedOn = on;
        if (story.ended) {
            story.add(on, new Reopened(), new ProjectReopened(story.project, on, null));
        } else if (random.nextBoolean()) {
            story.add(on, new Ended("COMPLETED"), new ProjectCompleted(story.project, on, null, null));
        } else {
            story.add(on, new Ended("CANCELLED"), new ProjectCancelled(story.project, on, null));
        }
        story.ended = !story.ended;
    }

    private void hold(Story story) {
        LocalDate on = someDay();
        story.add(on, new Held(), new ActivityHeld(story.project, on, "ประชุม"));
    }

    private void takeBack(Story story) {
        List<Noted> held = story.deeds.stream()
                .filter(each -> each.deed() instanceof Held
                        && story.deeds.stream()
                                .noneMatch(other ->
                                        other.deed() instanceof TakenBack back && back.sequence() == each.sequence()))
                .toList();
        if (!held.isEmpty()) {
            Noted mistaken = held.get(random.nextInt(held.size()));
            story.add(
                    mistaken.happenedOn(),
                    new TakenBack(mistaken.sequence()),
                    new FactWithdrawn(story.project, mistaken.sequence(), "activity-held"));
        }
    }
}
