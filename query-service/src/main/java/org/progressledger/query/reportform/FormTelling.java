package org.progressledger.query.reportform;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ReportState;
import org.progressledger.events.StrategyLink;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.ProjectHead;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ProjectView.AgencyView;
import org.progressledger.query.projection.ProjectView.PersonView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.CertificationView;
import org.progressledger.query.reportform.FormPage.Certified;
import org.progressledger.query.reportform.FormPage.Indicator;
import org.progressledger.query.reportform.FormPage.Objective;
import org.progressledger.query.reportform.FormPage.Row;
import org.progressledger.query.reportform.FormPage.Signed;
import org.progressledger.query.reportform.FormPage.Strategy;

/** From what is kept of a project to its printed form. */
final class FormTelling {
    private final ProjectView project;
    private final List<ReportView> reports;
    private final Frame frame;

    /** @param project with its persons as the reader may see them */
    FormTelling(ProjectView project, List<ReportView> reports, Frame frame) {
        this.project = project;
        this.reports = reports;
        this.frame = frame;
    }

    FormPage page(ProjectHead head, @Nullable Signed checkpoint) {
        return new FormPage(
                frame,
                head,
                agency(project.agency()),
                person(project.responsibleOfficer()),
                person(project.coordinator()),
                project.rationale(),
                project.objectives().stream()
                        .map(objective -> new Objective(objective.number(), objective.text()))
                        .toList(),
                project.target(),
                strategy(project.strategy()),
                project.indicators().stream()
                        .map(indicator -> new Indicator(indicator.dimension(), indicator.code(), indicator.text()))
                        .toList(),
                reports.stream()
                        .filter(FormTelling::counts)
                        .sorted(Comparator.comparingInt(ReportView::reportNo))
                        .map(this::row)
                        .toList(),
                reports.stream()
                        .filter(report -> !counts(report))
                        .map(ReportView::reportNo)
                        .toList(),
                project.certifications().isEmpty()
                        ? null
                        : certified(project.certifications().getLast()),
                Figures.count(project.ledgerPosition()),
                Figures.moment(project.recordedAt(), frame.language()),
                checkpoint);
    }

    private static boolean counts(ReportView report) {
        return report.state() != ReportState.RETURNED;
    }

    private static String agency(AgencyView agency) {
        return Stream.of(agency.name(), agency.division(), agency.section())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" / "));
    }

    /** Null where the source names nobody. */
    private @Nullable String person(@Nullable PersonView person) {
        if (person == null) {
            return null;
        }
        if (person.masked() != null) {
            return frame.say("masked");
        }
        if (person.erased() != null) {
            return frame.say("erased");
        }
        return person.phone() == null ? person.name() : person.name() + " " + person.phone();
    }

    private static @Nullable Strategy strategy(@Nullable StrategyLink link) {
        return link == null ? null : new Strategy(link.plan(), link.strategy(), link.subStrategy(), link.goal());
    }

    private Row row(ReportView report) {
        return new Row(
                report.reportNo(),
                Figures.day(report.reportedOn(), frame.language()),
                report.narrative(),
                report.percent().setScale(2).toPlainString(),
                report.disbursed() == null ? null : Figures.baht(report.disbursed()),
                status(
                        report.scheduleAsPrinted(),
                        "schedule." + report.scheduleStatus().name()),
                status(
                        report.targetAsPrinted(),
                        "target." + report.targetStatus().name()),
                report.corrections().size(),
                Figures.count(report.event().position()));
    }

    /** An unknown word is shown as it was printed. */
    private String status(@Nullable String printed, String key) {
        return key.endsWith(".UNKNOWN") && printed != null && !printed.isBlank() ? printed : frame.say(key);
    }

    private Certified certified(CertificationView certification) {
        return new Certified(
                person(certification.certifier()),
                certification.post(),
                Figures.day(certification.certifiedOn(), frame.language()),
                Figures.count(certification.ledgerPosition()));
    }
}
