package org.progressledger.query.flags;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.flags.ProjectFlagsPage.Found;
import org.progressledger.query.forms.Form;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Paper;
import org.progressledger.query.frame.ProjectHead;

/**
 * One hit: what shows it, what was said of it, and the form by which an auditor acknowledges it.
 *
 * @param hit null where the rule finds it no more, and only its acknowledgement is left
 * @param evidence the events that show it, in the order of the ledger
 * @param history every acknowledgement of it
 * @param done whether it was acknowledged just now
 * @param form null for who may not acknowledge, and where it was acknowledged
 */
record FlagPage(
        Frame frame,
        ProjectHead head,
        String id,
        String code,
        String name,
        String meaning,
        @Nullable Integer version,
        @Nullable Found hit,
        List<Shown> evidence,
        List<Said> history,
        boolean done,
        @Nullable Form form) {

    /** An event that shows it. */
    record Shown(
            String position,
            Moment happened,
            Moment recorded,
            String actor,
            String words,
            @Nullable Paper paper) {}

    /** What an auditor said. */
    record Said(
            String position, Moment at, String by, @Nullable String reason) {}
}
