package org.progressledger.query.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.forms.Form;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.ProjectHead;

/**
 * The form of a report, beside the reports before it.
 *
 * @param returned what was sent back; null for a new report
 * @param previous the latest report that counts; null before the first
 * @param past all that count, the latest first
 * @param flags what auditors will see; null where nobody asked yet
 * @param month for which month it is asked; null where nobody said
 * @param draft the draft that stands in the form, or that was kept just now; null for none
 */
record ReportPage(
        Frame frame,
        ProjectHead head,
        Form form,
        int number,
        int revision,
        @Nullable Returned returned,
        @Nullable Past previous,
        List<Past> past,
        @Nullable List<Flag> flags,
        @Nullable Moment month,
        @Nullable Kept draft) {

    /** Who sent it back, and why. */
    record Returned(
            String by, String role, Moment at, @Nullable String reason) {}

    /** A report that counts. */
    record Past(
            int number,
            Moment on,
            String percent,
            String change,
            boolean up,
            String elapsed,
            @Nullable String disbursed,
            String schedule,
            String target,
            String narrative) {}

    /** A hit that the report will earn. */
    record Flag(String style, String icon, String code, String name, String words) {}

    /**
     * A draft.
     *
     * @param restored whether it was put into the form when it was opened
     */
    record Kept(@Nullable Moment at, boolean restored) {}

    // the template calls these

    /** The heading. */
    public String title() {
        return revision == 1
                ? frame.say("report.title", Map.of("n", number))
                : frame.say("report.titleAgain", Map.of("n", number, "revision", revision));
    }

    /** What the button says that sends. */
    public String send() {
        if (!form.changes().isEmpty()) {
            return frame.say("form.anyway");
        }
        return flags == null || flags.isEmpty()
                ? frame.say("report.send", Map.of("n", number))
                : frame.say("report.sendFlagged", Map.of("n", number, "flags", flags.size()));
    }
}
