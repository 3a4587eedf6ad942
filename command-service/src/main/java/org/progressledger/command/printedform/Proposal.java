package org.progressledger.command.printedform;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealStage;
import org.progressledger.events.Letter;
import org.progressledger.events.LineRange;
import org.progressledger.events.PauseCause;

/** A fact that a narrative tells of. A person accepts it or not; nothing follows by itself. */
public sealed interface Proposal {

    /** The same for the same bytes, unique in one form: report number, kind, date or number. */
    String id();

    /** The report whose narrative tells it. */
    int reportNo();

    /** The lines that hold the matched words. */
    List<LineRange> lines();

    /** The printed words that gave rise to it, whitespace collapsed. */
    String matched();

    /** An activity was held. */
    record ActivityProposal(
            String id, int reportNo, List<LineRange> lines, String matched, LocalDate heldOn, String text)
            implements Proposal {
        public ActivityProposal {
            lines = List.copyOf(lines);
        }
    }

    /** A letter is cited. */
    record LetterProposal(String id, int reportNo, List<LineRange> lines, String matched, Letter letter)
            implements Proposal {
        public LetterProposal {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The project, or its activities, were put off.
     *
     * @param effectiveOn the date that the words give, else the report's
     * @param words the sentence that says so
     */
    record PauseProposal(
            String id,
            int reportNo,
            List<LineRange> lines,
            String matched,
            LocalDate effectiveOn,
            PauseCause cause,
            String words)
            implements Proposal {
        public PauseProposal {
            lines = List.copyOf(lines);
        }
    }

    /**
     * An appeal is spoken of; its papers are not here.
     *
     * @param round where the words tell it
     * @param criteriaChanged whether the words say that the criteria of the score were changed
     * @param words the sentence that says so
     */
    record AppealCitedProposal(
            String id,
            int reportNo,
            List<LineRange> lines,
            String matched,
            @Nullable Integer round,
            AppealStage stage,
            boolean criteriaChanged,
            String words)
            implements Proposal {
        public AppealCitedProposal {
            lines = List.copyOf(lines);
        }
    }
}
