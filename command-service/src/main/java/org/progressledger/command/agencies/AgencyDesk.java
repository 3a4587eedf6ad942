package org.progressledger.command.agencies;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.command.project.CommandSettings;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.AgencyEdit;
import org.progressledger.projectledger.AgencyEdit.Setting;
import org.progressledger.projectledger.AgencyEdits;
import org.springframework.stereotype.Component;

/** Decides a change upon all edits so far, and keeps it as the next one; if another came first, decides again. */
@Component
public class AgencyDesk {
    private final AgencyEdits edits;
    private final InstantSource clock;
    private final CommandSettings settings;

    AgencyDesk(AgencyEdits edits, InstantSource clock, CommandSettings settings) {
        this.edits = edits;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * What is set for a code now.
     *
     * @param latest the edit that set it; null if none ever was made
     */
    public record Standing(
            String code, Setting setting, @Nullable AgencyEdit latest) {}

    /** @throws ProblemException one of {@link AgencyReason}, or TEMPORARILY_UNAVAILABLE if others keep coming first */
    public Standing set(AgencyChange asked, Asker asker) {
        for (int attempt = 0; attempt < settings.attempts(); attempt++) {
            List<AgencyEdit> made = edits.all();
            switch (AgencyDecision.on(made, asked)) {
                case AgencyDecision.Refused refused -> throw new ProblemException(refused.reason(), refused.data());
                case AgencyDecision.Changed changed
                when changed.changesNothing() -> {
                    return new Standing(asked.code(), changed.after(), latest(made, asked.code()));
                }
                case AgencyDecision.Changed changed -> {
                    AgencyEdit edit = next(made, changed, asked, asker);
                    if (edits.add(edit)) {
                        return new Standing(asked.code(), changed.after(), edit);
                    }
                }
            }
        }
        throw new ProblemException(CommonReason.TEMPORARILY_UNAVAILABLE).withRetryAfter(settings.retryAfter());
    }

    private AgencyEdit next(List<AgencyEdit> made, AgencyDecision.Changed changed, AgencyChange asked, Asker asker) {
        return new AgencyEdit(
                made.size() + 1L,
                asked.code(),
                changed.before(),
                changed.after(),
                asked.reason(),
                asker.id(),
                // what BSON keeps
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static @Nullable AgencyEdit latest(List<AgencyEdit> made, String code) {
        return made.reversed().stream()
                .filter(edit -> edit.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
