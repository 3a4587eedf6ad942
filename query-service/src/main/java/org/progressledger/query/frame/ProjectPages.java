package org.progressledger.query.frame;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.StandingStill;
import org.springframework.stereotype.Component;

/** Reads what every page of a project shows, and what one of them shows beside it. */
@Component
public class ProjectPages {
    private final ProjectDesk desk;
    private final ReadModel readModel;
    private final Agencies agencies;
    private final StandingStill standing;

    ProjectPages(ProjectDesk desk, ReadModel readModel, Agencies agencies, StandingStill standing) {
        this.desk = desk;
        this.readModel = readModel;
        this.agencies = agencies;
        this.standing = standing;
    }

    /** For a page that shows no more of a project than its head and its view. */
    public enum None {
        NONE
    }

    /** What the read model holds of a project; {@code part} is what the page is about. */
    public record Held<T>(ProjectView project, List<FlagView> flags, T part) {
        /** What stands on top of the page. */
        public ProjectHead head(Frame frame) {
            return ProjectHead.of(project, flags, frame);
        }
    }

    /**
     * As fresh as asked for, and only for whoever sees the agency. A project that stands still is shown as it was, and the
     * head says so: who has just recorded something should not be told that there is nothing.
     *
     * @throws org.progressledger.problems.ProblemException as {@link ProjectDesk#fresh} does
     */
    public <T> Held<T> read(String code, @Nullable Long atLeast, Asker asker, Function<ProjectCode, T> part) {
        desk.position(atLeast);
        return desk.fresh(
                        code,
                        null,
                        asker,
                        valid -> readModel
                                .project(valid)
                                .map(agencies::named)
                                .map(standing::marked)
                                .map(project -> new Held<>(
                                        project, readModel.flags(valid).orElse(List.of()), part.apply(valid))))
                .answer();
    }
}
