package org.progressledger.query.export.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.query.export.Exports;
import org.progressledger.query.export.Outgoing;
import org.progressledger.query.export.SealedLedger.Seal;
import org.progressledger.query.printouts.Printouts;
import org.progressledger.query.printouts.RedactedPrintouts;
import org.progressledger.query.printouts.Redaction;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The files of a pack, always in the same order. */
final class EvidencePack implements Exports.Content {
    private static final String HOW_TO_VERIFY = "/evidence/verify.md";

    private final Evidence evidence;
    private final RedactedPrintouts printouts;
    private final ObjectWriter json;

    EvidencePack(Evidence evidence, RedactedPrintouts printouts, JsonMapper mapper) {
        this.evidence = evidence;
        this.printouts = printouts;
        this.json = mapper.writerWithDefaultPrettyPrinter();
    }

    @Override
    public void writeTo(Outgoing out) throws IOException {
        out.covers(evidence.first().position(), evidence.last().position());
        ZipPack pack = new ZipPack(out);
        pack.add("verify.md", howToVerify());
        EventFiles.addTo(pack, evidence);
        addFolded(pack);
        if (evidence.seal().isPresent()) {
            addProofs(pack, evidence.seal().get());
        }
        pack.add("statement.json", json.writeValueAsString(Statement.of(evidence, pack.packed())));
        pack.add("SHA256SUMS", sums(pack));
        for (int i = 0; i < pack.packed().size(); i++) {
            out.row();
        }
        pack.finish();
    }

    private void addFolded(ZipPack pack) throws IOException {
        pack.add("project.json", json.writeValueAsString(evidence.folding().project()));
        pack.add("reports.json", json.writeValueAsString(evidence.folding().reports()));
        pack.add(
                "percent-changes.json",
                json.writeValueAsString(evidence.folding().percentChanges()));
        pack.add(
                "flags.json",
                json.writeValueAsString(
                        Objects.requireNonNullElse(evidence.folding().project().flags(), List.of())));
        pack.add("timeline.json", json.writeValueAsString(evidence.folding().timeline()));
        pack.add(
                "timeline.md",
                TimelinePage.of(evidence.folding().project(), evidence.folding().timeline()));
        addPrintouts(pack);
    }

    /** One after the other: a printout may be large, and a project has one for each month. */
    private void addPrintouts(ZipPack pack) throws IOException {
        Printouts listed = Printouts.of(evidence.folding().timeline());
        Optional<Redaction> redaction = printouts.redaction(evidence.events());
        Map<String, String> files = new HashMap<>();
        for (Printouts.Printout printout : listed.printouts()) {
            Optional<String> text = redaction.flatMap(known -> printouts.text(printout.sha256(), known));
            if (text.isPresent()) {
                String name = "printouts/" + printout.sha256() + ".txt";
                pack.add(name, text.get());
                files.put(printout.sha256(), name);
            }
        }
        String otherwise = redaction.isPresent() ? "NOT_KEPT" : "PERSON_ERASED";
        pack.add(
                "printouts.json",
                json.writeValueAsString(listed.with(
                        sha256 -> files.getOrDefault(sha256, ""),
                        sha256 -> files.containsKey(sha256) ? "" : withheld(sha256, otherwise))));
    }

    private String withheld(String sha256, String otherwise) {
        return printouts.isSheet(sha256) ? "SHEET_OF_SEVERAL_PROJECTS" : otherwise;
    }

    private void addProofs(ZipPack pack, Seal seal) throws IOException {
        pack.add("checkpoint", seal.checkpoint());
        pack.add("ledger.vkey", seal.verifierKey());
        for (LedgerEvent event : evidence.events()) {
            if (evidence.isSealed(event)) {
                pack.add("proofs/" + event.position() + ".tlog-proof", seal.proof(event));
            }
        }
    }

    /** As {@code sha256sum -c} reads it. */
    private static String sums(ZipPack pack) {
        return pack.packed().stream()
                .map(file -> file.sha256() + "  " + file.name() + "\n")
                .collect(Collectors.joining());
    }

    private static String howToVerify() throws IOException {
        try (InputStream file = EvidencePack.class.getResourceAsStream(HOW_TO_VERIFY)) {
            return new String(Objects.requireNonNull(file, HOW_TO_VERIFY).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
