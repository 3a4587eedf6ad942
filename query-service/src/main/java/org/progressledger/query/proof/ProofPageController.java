package org.progressledger.query.proof;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.Provenance;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.note.SignedNote;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.ledger.tree.InclusionProof;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.proof.ProofPage.Made;
import org.progressledger.query.proof.ProofPage.Proof;
import org.progressledger.query.proof.ProofPage.Step;
import org.progressledger.query.proof.ProofPage.Told;
import org.progressledger.query.transparency.Proofs;
import org.progressledger.query.transparency.Proofs.Proven;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One event and its proof, for people. */
@Page
class ProofPageController {
    private final Proofs proofs;
    private final ProjectDesk desk;
    private final Framing framing;

    ProofPageController(Proofs proofs, ProjectDesk desk, Framing framing) {
        this.proofs = proofs;
        this.desk = desk;
        this.framing = framing;
    }

    @GetMapping("/events/{position}")
    ModelAndView event(
            @PathVariable long position,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        desk.position(atLeast);
        Frame frame = framing.around(asker, request, response);
        LedgerEvent event = proofs.event(position);
        return new ModelAndView(
                "proof",
                Map.of(
                        "page",
                        new ProofPage(
                                frame,
                                position,
                                Figures.count(position),
                                ServletUriComponentsBuilder.fromContextPath(request)
                                        .build()
                                        .toUriString(),
                                ProjectCode.isValid(event.stream()) ? event.stream() : null,
                                position == 0 ? null : position - 1,
                                told(event, frame),
                                made(event),
                                proofs.of(event)
                                        .map(proven -> proof(proven, frame))
                                        .orElse(null))));
    }

    private static Told told(LedgerEvent event, Frame frame) {
        String type = frame.say("event." + event.type());
        String role = text(event, Provenance.ROLE);
        return new Told(
                type.startsWith("event.") ? event.type() : type,
                event.type(),
                event.revision(),
                event.stream(),
                event.sequence(),
                event.eventId(),
                event.commandId(),
                event.actor(),
                role == null
                        ? null
                        : frame.texts()
                                .find(frame.language(), "role." + role, Map.of())
                                .orElse(role),
                text(event, Provenance.AGENCY),
                Figures.moment(event.timestamp(), frame.language()),
                Figures.moment(event.recordedAt(), frame.language()));
    }

    private static @Nullable String text(LedgerEvent event, String name) {
        Object value = event.metadata().get(name);
        return value == null ? null : value.toString();
    }

    private static Made made(LedgerEvent event) {
        byte[] entry = event.logEntry().bytes();
        return new Made(
                event.payload(),
                event.payloadSalt(),
                event.payloadHash(),
                event.metadataJson(),
                event.metadataSalt(),
                event.metadataHash(),
                new String(entry, StandardCharsets.UTF_8),
                event.leafHash(),
                Hash.ofLeaf(entry).base64());
    }

    private static Proof proof(Proven proven, Frame frame) {
        String note = proven.checkpoint().note();
        String signed = SignedNote.parse(note).text();
        List<Step> steps = new ArrayList<>();
        for (InclusionProof.Step step : proven.inclusion().steps(proven.leaf())) {
            steps.add(new Step(
                    steps.size() + 1,
                    step.left(),
                    step.beside().base64(),
                    step.hash().base64()));
        }
        return new Proof(
                Figures.count(proven.inclusion().size()),
                steps,
                proven.checkpoint().checkpoint().root().base64(),
                signed,
                note.substring(signed.length() + 1).lines().toList(),
                Figures.moment(proven.checkpoint().sealedAt(), frame.language()));
    }
}
