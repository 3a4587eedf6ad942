package org.progressledger.query.indicators;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Paper;
import org.progressledger.query.frame.ProjectHead;

/**
 * The indicators of a project and what the coordinators stated of them.
 *
 * @param printed as the form prints them
 * @param paper where the form prints them; null for what was typed
 * @param scores of the project itself, by quarter
 * @param changes every score with the one that stood before, in the order of the ledger, the last one first
 */
record IndicatorsPage(
        Frame frame,
        ProjectHead head,
        List<Printed> printed,
        @Nullable Paper paper,
        List<Adopted> adopted,
        List<Score> scores,
        List<Change> changes) {

    /** An indicator as printed. */
    record Printed(@Nullable Integer dimension, @Nullable String code, String text) {}

    /**
     * A coordinators' indicator.
     *
     * @param quarters results and scores side by side, one row for each quarter
     */
    record Adopted(
            String id,
            String position,
            @Nullable String code,
            String text,
            String kind,
            String unit,
            @Nullable String target,
            Moment on,
            List<Criteria> criteria,
            List<Quarter> quarters) {}

    /** A version of the criteria; {@code until} is the day before the next one's first, null for the last one. */
    record Criteria(
            int version,
            @Nullable String text,
            Moment from,
            @Nullable Moment until,
            @Nullable Integer round,
            @Nullable String reason,
            String position) {}

    /**
     * A quarter of an indicator.
     *
     * @param results the one that stands first, then what it replaced
     * @param scores one for each version of the criteria, in their order; null where nothing was scored
     */
    record Quarter(String name, List<Result> results, List<@Nullable Score> scores) {}

    /** A result; {@code value} is null where only words are stated. */
    record Result(
            @Nullable String value,
            @Nullable String words,
            Moment on,
            boolean stands,
            @Nullable String reason,
            String position) {}

    /**
     * The score that stands for a quarter.
     *
     * @param quarter of the fiscal year
     * @param value null where it is blank, which is not 0
     */
    record Score(
            String quarter,
            @Nullable String value,
            List<Part> parts,
            @Nullable String remark,
            Moment on,
            String position) {}

    /** A part of a score; {@code value} is null where it is blank. */
    record Part(String number, @Nullable String value) {}

    /** A move of a score. */
    record Change(
            String position,
            Moment on,
            String quarter,
            @Nullable String indicator,
            @Nullable Integer version,
            @Nullable String from,
            @Nullable String to,
            @Nullable String change,
            boolean stands,
            String actor,
            @Nullable String reason,
            @Nullable String remark) {}
}
