package org.progressledger.query.appeals;

import java.util.Collection;
import java.util.Locale;
import org.progressledger.events.Fact;
import org.progressledger.query.projection.FlagView.Evidence;
import org.progressledger.query.projection.Views.Summary;

/** Something that a reviewer would look for and does not find, or finds told in two ways. */
record Gap(Kind kind, Summary text, Evidence evidence) {

    /** What is amiss. */
    enum Kind {
        /** A narrative speaks of a filed appeal; no filing is recorded. */
        CITED_WITHOUT_FILING,
        /** A narrative speaks of a result; the filing is recorded, the decision is not. */
        CITED_WITHOUT_DECISION,
        /** A narrative speaks of changed criteria; neither a decision nor an indicator has any. */
        CITED_WITHOUT_CRITERIA,
        /** Rounds below this one have no papers. */
        ROUNDS_SKIPPED,
        /** A round below this one waits for its decision. */
        EARLIER_ROUND_UNDECIDED,
        /** The filing names no letter. */
        FILED_WITHOUT_LETTER,
        /** The decision names no letter. */
        DECIDED_WITHOUT_LETTER,
        /** The taking back names no letter. */
        WITHDRAWN_WITHOUT_LETTER,
        /** The appeal is granted, wholly or in part, and the decision does not tell the criteria from then on. */
        GRANTED_WITHOUT_CRITERIA,
        /** The decision changes the criteria of an adopted indicator, and the indicator does not have them. */
        CRITERIA_NOT_CARRIED_OUT,
        /** The decision tells other criteria of before than the indicator had. */
        CRITERIA_BEFORE_DIFFER,
        /** The indicator has other criteria after than the decision tells. */
        CRITERIA_AFTER_DIFFER,
        /** The appeal is refused, and an indicator's criteria were changed in its name. */
        CRITERIA_CHANGED_THOUGH_REFUSED
    }

    /** The places of both sentences are {@code String.format}'s. */
    static Gap of(Kind kind, String thai, String english, Collection<Fact> evidence, Object... values) {
        return new Gap(
                kind,
                new Summary(thai.formatted(values), String.format(Locale.ROOT, english, values)),
                Evidence.of(evidence));
    }
}
