package org.progressledger.query.importreview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;

/**
 * A printout beside what was read from it.
 *
 * @param title the file's name, else the project's code
 * @param confirmed when the printout was recorded, and where to see what was; null while nothing was
 * @param trouble why the last attempt came to nothing; null at first
 * @param slipped how many rows stand under another row's label
 * @param mostFacts how many facts a confirmation records at most
 * @param compared whether the person has said so of what is shown
 * @param version of the project when it was looked at; -1 while it is not recorded
 */
record ReviewPage(
        Frame frame,
        String importId,
        String title,
        Head head,
        @Nullable Seen confirmed,
        @Nullable Trouble trouble,
        Source source,
        List<Told> fields,
        List<WarningShown> slipped,
        List<WarningShown> warnings,
        List<ReadingShown> readings,
        List<ReportShown> reports,
        List<ContradictionShown> contradictions,
        List<Group> groups,
        int certainFacts,
        int mostFacts,
        boolean compared,
        long version,
        String key) {

    /** Whether there is anything to confirm. */
    // the template calls it
    public boolean tellsSomethingNew() {
        return mostFacts > 0;
    }

    /** All warnings, those of labels included. */
    public int warningCount() {
        return slipped.size() + warnings.size();
    }

    /** A confirmation that was recorded. */
    record Seen(Moment at, int events, String address) {}

    /**
     * What stands on top.
     *
     * @param isRecorded whether the project is
     * @param older whether the ledger holds a later report than the paper
     */
    record Head(
            String code,
            String name,
            int reports,
            int newReports,
            int lines,
            @Nullable Moment waitsUntil,
            boolean isRecorded,
            boolean older) {}

    /**
     * Why nothing was recorded.
     *
     * @param code the reason code; empty where the page itself asks for something
     * @param anyway whether it can be sent as it stands, now that the reason is known
     */
    record Trouble(String detail, String code, boolean anyway, List<Wrong> wrong) {}

    /**
     * One thing that is wrong.
     *
     * @param href to the field; null where it is none on this page
     */
    record Wrong(@Nullable String href, String detail) {}

    /**
     * The paper.
     *
     * @param leftOut lines without meaning to this page, where the paper is too long to show it whole
     */
    record Source(List<Line> lines, int leftOut) {}

    /** A line of the paper; without number where lines are left out. */
    record Line(@Nullable Integer number, List<Piece> pieces, List<Link> links) {}

    /** @param kind {@code mark}, {@code slip}, {@code tag}; empty for the rest */
    record Piece(String kind, String text) {}

    /** From a line to what was read of it. */
    record Link(String href, String text) {}

    /** A field of the head. */
    record Told(
            String id, String label, String value, @Nullable String lines, String href) {}

    record WarningShown(String id, String message, int line) {}

    /** @param error what is wrong with the choice; null where nothing is */
    record ReadingShown(
            String id,
            String name,
            String label,
            List<OptionShown> options,
            @Nullable String error) {}

    record OptionShown(String value, String text, int line, boolean taken, boolean chosen) {}

    /** @param standing {@code new}, {@code same}, {@code different}, or empty while the project is not recorded */
    record ReportShown(
            int no,
            @Nullable Integer label,
            Moment on,
            String percent,
            String disbursed,
            String schedule,
            String target,
            String narrative,
            String lines,
            String href,
            String standing) {}

    /** A recorded report that the paper tells otherwise. */
    record ContradictionShown(int no, List<Changed> fields, Field reason, Field letter) {}

    record Changed(String label, String recorded, String printed) {}

    /** Proposals of one kind. */
    record Group(String icon, String title, List<ProposalShown> proposals) {}

    /**
     * What a narrative, or the head, tells.
     *
     * @param title what would be recorded, in a word or a value
     * @param words the sentence that says so
     * @param before what stands now, where it would be changed
     * @param recorded whether it is recorded already: then there is nothing to decide
     * @param once what is counted together with its like; empty where it counts by itself
     */
    record ProposalShown(
            String id,
            String title,
            String words,
            @Nullable String before,
            @Nullable String after,
            @Nullable String confidence,
            boolean doubtful,
            @Nullable String lines,
            String href,
            boolean recorded,
            boolean accepted,
            String once,
            List<Field> fields,
            @Nullable String error) {
        // the template asks: a form that came back with something wrong in it is shown open
        public boolean isOpen() {
            return fields.stream().anyMatch(field -> field.error() != null || field.changed());
        }
    }

    /**
     * Something to fill in.
     *
     * @param kind {@code date}, {@code text}, {@code words}, {@code select}
     * @param changed whether it is not as it was read
     */
    record Field(
            String name,
            String label,
            String kind,
            String value,
            List<Choice> choices,
            boolean changed,
            @Nullable String error) {}

    record Choice(String value, String text, boolean chosen) {}
}
