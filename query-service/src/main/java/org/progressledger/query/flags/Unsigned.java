package org.progressledger.query.flags;

import static org.progressledger.query.flags.Sentences.say;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.progressledger.events.Project;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.ThaiText;
import org.progressledger.query.projection.Views.Summary;

/** The form ends with a certification that is to be signed. A printed one that is blank certifies nothing. */
record Unsigned() implements FlagRule {
    @Override
    public int version() {
        return 1;
    }

    @Override
    public Summary meaning() {
        return say(
                "สิ้นสุดระยะเวลาโครงการแล้ว แต่ยังไม่มีผู้รับรองแบบรายงาน",
                "The project's time is over, and nobody certified the form");
    }

    @Override
    public List<Hit> hits(Project project, LocalDate day) {
        LocalDate endsOn = project.details().period().endsOn();
        if (!endsOn.isBefore(day) || !project.certifications().isEmpty()) {
            return List.of();
        }
        return List.of(Hit.ofProject(
                Severity.WARNING,
                Values.of("endsOn", endsOn),
                say(
                        "โครงการสิ้นสุดเมื่อ %s แต่ยังไม่มีผู้รับรองแบบรายงาน",
                        List.of(ThaiText.date(endsOn)),
                        "The project ended on %s, and nobody certified the form",
                        List.of(endsOn)),
                List.of(Sentences.periodStated(project))));
    }

    @Override
    public Optional<LocalDate> nextChangeAfter(Project project, LocalDate day) {
        LocalDate over = project.details().period().endsOn().plusDays(1);
        return over.isAfter(day) && project.certifications().isEmpty() ? Optional.of(over) : Optional.empty();
    }
}
