package org.progressledger.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * ข้อสังเกตของการตรวจสอบ: what an auditor should look at. Lawful facts all of them, recorded as they are told; the rules that
 * find them are the query service's. A constant is never renamed: an acknowledgement names it.
 *
 * <p>A hit of a flag has an id within its project that stays the same however often the project is folded: the flag's stem,
 * and behind it what the hit is about, if that is not the whole project. {@code pct-jump-r5} is about report 5,
 * {@code pct-jump-r5v2} about what was handed in under that number again, {@code activity-while-paused-e21} about the event of
 * that sequence, {@code missing-month-2021-08} about a month, {@code appeal-gap-round3} about a round.
 */
public enum AuditFlag {
    /** The percentage rises far in one report. */
    PCT_JUMP,
    /** All work is done, there is a budget, and nothing was spent. */
    COMPLETE_ZERO_SPEND,
    /** "On plan" and no progress, while the project stands still. */
    ON_PLAN_WHILE_PAUSED,
    /** Progress while a pause is in force that nobody ended. */
    PROGRESS_WITHOUT_RESUME,
    /** A report says what the one before it said. */
    DUPLICATE_NARRATIVE,
    /** "On plan", yet far behind the time that has passed. */
    BEHIND_ELAPSED,
    /** An activity on a day on which the project stood still. */
    ACTIVITY_WHILE_PAUSED,
    /** The percentage falls from one report to the next. */
    PCT_FELL,
    /** A report number is missing. */
    REPORT_GAP,
    /** A month has ended without a report. */
    MISSING_MONTH,
    /** A letter or an activity is told of long after its date. */
    LATE_DISCLOSURE,
    /** An appeal is spoken of whose filing or decision is not recorded. */
    APPEAL_GAP,
    /** What the reports say was disbursed does not fit the money spent. */
    SPEND_MISMATCH,
    /** The project's time is over and nobody certified the form. */
    UNSIGNED;

    /** Of an id, so that a long one is no matter. */
    public static final int LONGEST_ID = 60;

    private static final Pattern ABOUT = Pattern.compile(
            "(-r[1-9][0-9]{0,6}(v[1-9][0-9]{0,3})?|-e[0-9]{1,12}|-[0-9]{4}-(0[1-9]|1[0-2])|-round[1-9][0-9]{0,2})?");

    /** How the ids of its hits begin: {@code pct-jump}. */
    public String stem() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The flag whose hit bears this id; empty if none can. */
    public static Optional<AuditFlag> ofId(String id) {
        if (id.length() > LONGEST_ID) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(flag -> id.startsWith(flag.stem())
                        && ABOUT.matcher(id.substring(flag.stem().length())).matches())
                .findFirst();
    }
}
