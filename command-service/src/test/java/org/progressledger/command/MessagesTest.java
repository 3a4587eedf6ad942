package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.command.agencies.AgencyReason;
import org.progressledger.command.archive.ArchiveReason;
import org.progressledger.command.batches.BatchReason;
import org.progressledger.command.imports.ImportReason;
import org.progressledger.command.pdf.PdfReason;
import org.progressledger.command.project.Refusal;
import org.progressledger.events.ProjectDetailsAmended.Detail;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.MessagesInStep;
import org.progressledger.problems.ReasonCode;

class MessagesTest {
    @Test
    void every_refusal_has_a_thai_and_an_english_sentence_and_every_sentence_a_refusal() {
        List<ReasonCode> codes = new ArrayList<>(Arrays.asList(Refusal.values()));
        codes.addAll(Arrays.asList(ImportReason.values()));
        codes.addAll(Arrays.asList(AgencyReason.values()));

        List<String> words = new ArrayList<>(List.of("unit.maxCommitBytes", "unit.maxEventsPerCommit"));
        for (Detail detail : Detail.values()) {
            words.add("detail." + detail.field());
        }

        assertThat(MessagesInStep.differences(new MessageBundle("messages/refusals"), codes, words))
                .isEmpty();
    }

    @Test
    void every_reason_of_archives_batches_and_pdfs_has_its_sentences() {
        assertThat(differences("archive", ArchiveReason.values())).isEmpty();
        assertThat(differences("batches", BatchReason.values())).isEmpty();
        assertThat(differences("pdf", PdfReason.values())).isEmpty();
    }

    private static List<String> differences(String bundle, ReasonCode... codes) {
        return MessagesInStep.differences(new MessageBundle("messages/" + bundle), List.of(codes), List.of());
    }
}
