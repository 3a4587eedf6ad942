package org.progressledger.query.asking;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProjectCode;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.PersonVault;
import org.progressledger.query.projection.Following;
import org.progressledger.query.projection.ProjectText;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ProjectView.PersonView;
import org.progressledger.query.projection.QueryReason;
import org.progressledger.query.projection.StaleReads;
import org.progressledger.query.projection.StaleView;
import org.progressledger.query.projection.StandingStill;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Lets an asker to a project's answers, as fresh as asked for. */
@Component
public class ProjectDesk {
    // somebody has to do something meanwhile
    private static final Duration MENDED = Duration.ofMinutes(1);

    private final Following following;
    private final StandingStill standing;
    private final StaleReads staleReads;
    private final PersonVault vault;
    private final WaitMeters waits;

    ProjectDesk(
            Following following, StandingStill standing, StaleReads staleReads, PersonVault vault, WaitMeters waits) {
        this.following = following;
        this.standing = standing;
        this.staleReads = staleReads;
        this.vault = vault;
        this.waits = waits;
    }

    /** The code in a path. */
    public static ProjectCode code(String given) {
        if (!ProjectCode.isValid(given)) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "code"));
        }
        return ProjectCode.of(given);
    }

    /**
     * An answer about one project. One that stands still is answered as it was, with a position before the event that it
     * stands still before; asked for that event or a later one, it is not answered. Whoever may not see the agency learns nothing of the project, not even whether it is
     * there.
     *
     * @param body empty when there is no such project
     */
    public <T> ResponseEntity<T> ofProject(
            String code, @Nullable Long atLeast, Asker asker, Function<ProjectCode, Optional<T>> body) {
        return answer(fresh(code, atLeast, asker, body));
    }

    /**
     * The same of what is kept of the project and can be read from any member: where the asker allows it to be old, and nothing
     * else is against it, {@linkplain StaleReads from one that is not the primary}.
     */
    public <T> ResponseEntity<T> ofKeptProject(
            String code, @Nullable Long atLeast, Asker asker, Function<ProjectCode, Optional<T>> body) {
        ProjectCode valid = seen(code, asker);
        // what stands still is told with the event that it stands still before
        Optional<Fresh<T>> old = mayBeOld(atLeast) && standing.of(valid).isEmpty()
                ? old(valid, () -> body.apply(valid))
                : Optional.empty();
        return answer(old.orElseGet(() -> current(valid, atLeast, body)));
    }

    /**
     * What was read for an answer.
     *
     * @param position that it reflects at least; null before the first event
     * @param age how old it may be, where the asker allows it to be old; null for what is current
     */
    public record Fresh<T>(
            T answer, @Nullable Long position, @Nullable Duration age) {
        Fresh(T answer, @Nullable Long position) {
            this(answer, position, null);
        }
    }

    /** The same as {@link #ofProject} for an answer that is not sent as one object. */
    public <T> Fresh<T> fresh(
            String code, @Nullable Long atLeast, Asker asker, Function<ProjectCode, Optional<T>> body) {
        return current(seen(code, asker), atLeast, body);
    }

    private static boolean mayBeOld(@Nullable Long atLeast) {
        return atLeast == null && MaxStale.asked().isPositive();
    }

    private <T> Optional<Fresh<T>> old(@Nullable ProjectCode project, Supplier<Optional<T>> body) {
        return staleReads
                .answer(MaxStale.asked(), project, body)
                .map(past -> new Fresh<>(past.answer(), past.position(), past.age()));
    }

    private <T> Fresh<T> current(ProjectCode valid, @Nullable Long atLeast, Function<ProjectCode, Optional<T>> body) {
        // both taken before the body is read, which may only be newer
        Long position = position(atLeast);
        StaleView stale = standing.of(valid).orElse(null);
        if (stale == null) {
            return new Fresh<>(there(valid, body), position);
        }
        if (atLeast != null && atLeast >= stale.position()) {
            throw standsStill(valid, stale);
        }
        T answer = body.apply(valid).orElseThrow(() -> standsStill(valid, stale));
        return new Fresh<>(answer, stale.position() == 0 ? null : Long.valueOf(stale.position() - 1));
    }

    private static ProblemException standsStill(ProjectCode code, StaleView stale) {
        return new ProblemException(
                        QueryReason.PROJECT_STANDS_STILL, Map.of("project", code.text(), "position", stale.position()))
                .withRetryAfter(MENDED);
    }

    private static ProjectCode seen(String code, Asker asker) {
        ProjectCode valid = code(code);
        if (!asker.sees(valid.text())) {
            throw new ProblemException(QueryReason.NOT_YOUR_AGENCY, Map.of("project", valid.text()));
        }
        return valid;
    }

    private static <T> T there(ProjectCode code, Function<ProjectCode, Optional<T>> body) {
        return body.apply(code)
                .orElseThrow(() -> new ProblemException(QueryReason.PROJECT_NOT_FOUND, Map.of("project", code.text())));
    }

    /** The view with its persons as the asker may see them. */
    public ProjectView shown(ProjectView view, Asker asker) {
        return view.shownBy(reading(view.projectCode(), asker));
    }

    /** The same as an answer. */
    public ProjectAnswer answered(ProjectView view, Asker asker) {
        return ProjectAnswer.of(shown(view, asker));
    }

    /** The same of a project that is text already. */
    public ProjectAnswer answered(ProjectText text, Asker asker) {
        return ProjectAnswer.ofJson(text.shownBy(reading(text.projectCode(), asker)));
    }

    /** How the asker sees persons of that project. */
    public Function<PersonalData, PersonView> reading(String projectCode, Asker asker) {
        return asker.seesPersonalData(projectCode) ? this::opened : data -> PersonView.hidden();
    }

    private PersonView opened(PersonalData data) {
        return vault.open(data)
                .map(person -> PersonView.clear(person.name(), person.phone()))
                .orElseGet(PersonView::forgotten);
    }

    /** An answer that reflects what was asked for, and says which position it reflects at least. */
    public <T> ResponseEntity<T> answer(@Nullable Long atLeast, Supplier<T> body) {
        return answer(current(atLeast, body));
    }

    /** The same of what is kept of projects, as {@link #ofKeptProject}. */
    public <T> ResponseEntity<T> answerKept(@Nullable Long atLeast, Supplier<T> body) {
        Optional<Fresh<T>> old = mayBeOld(atLeast) ? old(null, () -> Optional.of(body.get())) : Optional.empty();
        return answer(old.orElseGet(() -> current(atLeast, body)));
    }

    private <T> Fresh<T> current(@Nullable Long atLeast, Supplier<T> body) {
        // taken before the body is read, which may only be newer
        Long position = position(atLeast);
        return new Fresh<>(body.get(), position);
    }

    private static <T> ResponseEntity<T> answer(Fresh<T> read) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (read.position() != null) {
            answer.header(Following.LEDGER_POSITION, Long.toString(read.position()));
        }
        if (read.age() != null) {
            // never less than it is
            answer.header(
                    HttpHeaders.AGE, Long.toString(read.age().plusMillis(999).toSeconds()));
        }
        return answer.body(read.answer());
    }

    /** The position that is reflected now, at least what was asked for; null before the first event. */
    public @Nullable Long position(@Nullable Long atLeast) {
        if (atLeast != null) {
            waits.measured(() -> following.await(atLeast));
        }
        long position = following.position();
        return position < 0 ? null : position;
    }
}
