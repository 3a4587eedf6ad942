package org.progressledger.query.appeals;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectHistory;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.appeals.AppealStory.Citation;
import org.progressledger.query.asking.Points;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projection.QueryReason;
import org.springframework.stereotype.Component;

/** The appeals of one project. Read from the ledger and folded as asked; nothing of it is kept. */
@Component
class ProjectAppeals {
    private static final int MOST_ROUNDS = 99;

    private final ProjectDesk desk;
    private final ProjectArchive archive;
    private final Agencies agencies;
    private final Points points;
    private final AppealSettings settings;

    ProjectAppeals(
            ProjectDesk desk, ProjectArchive archive, Agencies agencies, Points points, AppealSettings settings) {
        this.desk = desk;
        this.archive = archive;
        this.agencies = agencies;
        this.points = points;
        this.settings = settings;
    }

    /** An appeal of the project with what narratives say of it and what is amiss. */
    record AppealOfProject(@JsonUnwrapped AgedAppeal appeal, List<Citation> citations, List<Gap> gaps) {}

    /** @throws ProblemException for a number that no round has */
    static void checkRound(int round) {
        if (round < 1 || round > MOST_ROUNDS) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "round"));
        }
    }

    Point point(@Nullable String happenedOn, @Nullable String recordedAt) {
        return new Point(points.happenedOn("happenedOn", happenedOn), points.recordedAt("recordedAt", recordedAt));
    }

    /** All that is recorded, whatever the clocks of those who recorded it say, as of today. */
    Point now() {
        return new Point(points.today(), Instant.MAX);
    }

    /** Rounds, and what narratives speak of without papers; empty where there is no such project. */
    Optional<List<AppealOfProject>> all(ProjectCode code, Point point) {
        return teller(code, point)
                .map(teller -> AppealCase.allOf(then(teller, point)).stream()
                        .map(appeal -> new AppealOfProject(
                                named(AgedAppeal.of(AppealItem.of(appeal), point.happenedOn())),
                                Storyteller.citations(appeal),
                                Gaps.of(appeal)))
                        .toList());
    }

    /**
     * One appeal, with the persons as the asker may see them; empty where there is no such project.
     *
     * @throws ProblemException APPEAL_NOT_SPOKEN_OF, or NOTHING_KNOWN_THEN
     */
    Optional<AppealStory> story(ProjectCode code, int round, Point point, Asker asker) {
        return teller(code, point)
                .map(teller -> AppealCase.of(then(teller, point), round)
                        .map(teller::tell)
                        .map(story -> story.shown(named(story.appeal()), desk.reading(code.text(), asker)))
                        .orElseThrow(
                                () -> new ProblemException(QueryReason.APPEAL_NOT_SPOKEN_OF, Map.of("round", round))));
    }

    private Optional<Storyteller> teller(ProjectCode code, Point point) {
        ProjectHistory history = archive.history(code);
        return history.version() == 0
                ? Optional.empty()
                : Optional.of(Storyteller.of(history, point, settings.comparedWords()));
    }

    private static Project then(Storyteller teller, Point point) {
        return teller.project()
                .orElseThrow(() -> new ProblemException(
                        QueryReason.NOTHING_KNOWN_THEN,
                        Map.of("happenedOn", point.happenedOn(), "recordedAt", point.recordedAt())));
    }

    private AgedAppeal named(AgedAppeal aged) {
        return aged.named(agencies.knowing(List.of(aged.appeal().agency().code())));
    }
}
