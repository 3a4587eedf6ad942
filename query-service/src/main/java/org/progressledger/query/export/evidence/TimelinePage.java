package org.progressledger.query.export.evidence;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.LineRange;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ThaiText;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.projection.Views.TimelineEntry;

/** The story of a project as Markdown, in Thai and English, for reading without any program of ours. */
final class TimelinePage {
    // whatever was recorded stays text, also where Markdown may hold HTML
    private static final String MARKS = "\\`*_{}[]<>#|~&!";

    private final StringBuilder page = new StringBuilder();

    private TimelinePage() {}

    static String of(ProjectView project, List<TimelineEntry> timeline) {
        TimelinePage page = new TimelinePage();
        page.line("# " + project.projectCode() + " " + text(project.name()));
        page.line("");
        page.line("ทุกเหตุการณ์ที่บันทึกไว้ เรียงตามลำดับการบันทึก เวลาบันทึกเป็น UTC");
        page.line("Every event as recorded, in the order of recording. Times of recording are UTC.");
        timeline.forEach(page::entry);
        return page.page.toString();
    }

    private void entry(TimelineEntry entry) {
        line("");
        line("## %d · %s · %s (%s)"
                .formatted(entry.position(), entry.type(), entry.happenedOn(), ThaiText.date(entry.happenedOn())));
        line("");
        item(text(entry.summary().th()));
        item(text(entry.summary().en()));
        item("ร้อยละ / per cent: " + entry.percent().before() + " → "
                + entry.percent().after());
        item("บันทึกเมื่อ / recorded: " + entry.recordedAt() + ", "
                + text(entry.actor().id()) + " (" + text(entry.actor().role()) + ")");
        optional("เหตุผล / reason", entry.reason());
        if (entry.withdrawnBy() != null) {
            item("ถูกถอนโดย / withdrawn by: " + entry.withdrawnBy());
        }
        if (entry.withdraws() != null) {
            item("ถอน / withdraws: " + entry.withdraws());
        }
        source(entry.source());
        item("แฮช / hash: " + entry.hash());
    }

    private void source(@Nullable SourceView source) {
        if (source != null) {
            item("ต้นฉบับ / printout: " + source.sha256() + ", บรรทัด / lines " + lines(source.lines()));
        }
    }

    private static String lines(List<LineRange> lines) {
        return lines.stream()
                .map(range -> range.first() == range.last()
                        ? Integer.toString(range.first())
                        : range.first() + "–" + range.last())
                .collect(Collectors.joining(", "));
    }

    private void optional(String what, @Nullable String value) {
        if (value != null) {
            item(what + ": " + text(value));
        }
    }

    private void item(String text) {
        line("- " + text);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    /** On one line, and nothing in it is markup. */
    private static String text(String recorded) {
        StringBuilder escaped = new StringBuilder();
        recorded.strip().codePoints().forEach(point -> {
            if (Character.isWhitespace(point) || Character.isISOControl(point)) {
                escaped.append(' ');
            } else {
                if (MARKS.indexOf(point) >= 0) {
                    escaped.append('\\');
                }
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }
}
