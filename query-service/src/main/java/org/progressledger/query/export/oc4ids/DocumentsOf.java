package org.progressledger.query.export.oc4ids;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.export.oc4ids.Oc4ids.Document;
import org.progressledger.query.projection.AppealViews.AppealView;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.Views.EndingView;
import org.progressledger.query.projection.Views.EvidenceView;
import org.progressledger.query.projection.Views.PauseView;

/**
 * Pauses, appeals, a cancellation and attached files, for which the standard has no field of their own, as documents with a
 * summary. Ids are the ledger positions of the events.
 */
final class DocumentsOf {
    private static final String THAI = "th";

    private final List<Document> documents = new ArrayList<>();

    private DocumentsOf() {}

    static List<Document> of(ProjectView project) {
        DocumentsOf of = new DocumentsOf();
        project.pauses().forEach(of::pause);
        project.appeals().forEach(of::appeal);
        project.endings().stream()
                .filter(ending -> ending.status() == ProjectStatus.CANCELLED)
                .forEach(of::cancellation);
        project.evidence().forEach(of::evidence);
        return of.documents;
    }

    private void pause(PauseView pause) {
        String until = pause.until() == null ? "" : " ถึงก่อนวันที่ " + pause.until();
        documents.add(new Document(
                "pause-" + pause.event().position(),
                // the codelist is open and has nothing of the kind
                "projectPause",
                "ชะลอโครงการตั้งแต่วันที่ " + pause.from() + until + " (Paused from " + pause.from() + ")",
                pause.words(),
                PackageOf.startOf(pause.from()),
                null,
                THAI));
    }

    private void appeal(AppealView appeal) {
        String round = appeal.round() == null ? "" : " รอบที่ " + appeal.round();
        documents.add(new Document(
                "appeal-" + appeal.event().position(),
                "complaints",
                "อุทธรณ์" + round + " (Appeal, " + appeal.status() + ")",
                told(appeal),
                appeal.filedOn() == null ? null : PackageOf.startOf(appeal.filedOn()),
                null,
                THAI));
    }

    /** What is asked and why, else the words that speak of it. */
    private static @Nullable String told(AppealView appeal) {
        String told = Stream.of(appeal.grounds(), appeal.asked(), appeal.words())
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("\n"));
        return told.isEmpty() ? null : told;
    }

    private void cancellation(EndingView ending) {
        documents.add(new Document(
                "cancellation-" + ending.event().position(),
                "cancellationDetails",
                "ยกเลิกโครงการ (Cancelled)",
                ending.reason(),
                PackageOf.startOf(ending.endedOn()),
                null,
                THAI));
    }

    private void evidence(EvidenceView evidence) {
        documents.add(new Document(
                "evidence-" + evidence.event().position(),
                null,
                evidence.name(),
                "SHA-256 " + evidence.sha256(),
                null,
                evidence.mediaType(),
                THAI));
    }
}
