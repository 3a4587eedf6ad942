package org.progressledger.verifier.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Verdict;
import org.progressledger.verifier.Verdict.Counts;
import org.progressledger.verifier.Verdict.Remark;
import org.progressledger.verifier.Wording;
import tools.jackson.databind.json.JsonMapper;

/** What came of a check, for a person or for a program. */
record Report(Verdict verdict, long nanos, Wording wording) {
    private static final JsonMapper JSON = JsonMapper.shared();

    String text() {
        StringBuilder text = new StringBuilder(wording.of(verdict.outcome()));
        verdict.finding().ifPresent(finding -> {
            text.append("\n  ").append(wording.of(finding));
            if (!finding.technical().isEmpty()) {
                text.append("\n  (").append(finding.technical()).append(')');
            }
        });
        verdict.unreadable().ifPresent(reason -> text.append("\n  ").append(reason));
        Counts counts = verdict.counts();
        text.append('\n')
                .append(wording.say(
                        counts.commits() < 0 ? "counts.published" : "counts",
                        counts.events(),
                        counts.commits(),
                        counts.streams(),
                        counts.checkpoints(),
                        counts.tiles(),
                        seconds()));
        if (counts.sealed() >= 0) {
            text.append('\n').append(wording.say("sealed", counts.sealed(), counts.root()));
        }
        if (counts.witnessed() >= 0) {
            text.append('\n').append(wording.say("witnessed", counts.witnessed()));
        }
        counts.stampedAt()
                .ifPresent(at -> text.append('\n').append(wording.say("stamped", counts.stamped(), at.toString())));
        for (Remark remark : remarks()) {
            long covered = Math.max(0, counts.sealed());
            long tail = remark == Remark.TAIL_NOT_WITNESSED ? covered - counts.witnessed() : counts.events() - covered;
            text.append("\n- ").append(wording.of(remark, tail));
        }
        return text.toString();
    }

    String json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("outcome", verdict.outcome().name());
        members.put("exitCode", verdict.outcome().code());
        verdict.finding().ifPresent(finding -> members.put("finding", members(finding)));
        verdict.unreadable().ifPresent(reason -> members.put("unreadable", reason));
        Counts counts = verdict.counts();
        members.put("events", counts.events());
        if (counts.commits() >= 0) {
            members.put("commits", counts.commits());
        }
        members.put("streams", counts.streams());
        members.put("checkpoints", counts.checkpoints());
        members.put("tiles", counts.tiles());
        if (counts.sealed() >= 0) {
            members.put("sealed", counts.sealed());
            members.put("root", counts.root());
        }
        if (counts.witnessed() >= 0) {
            members.put("witnessed", counts.witnessed());
        }
        counts.stampedAt().ifPresent(at -> {
            members.put("stamped", counts.stamped());
            members.put("stampedAt", at.toString());
        });
        members.put("remarks", remarks().stream().map(Remark::name).toList());
        members.put("seconds", seconds());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(members);
    }

    private Map<String, Object> members(Finding finding) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", finding.kind().name());
        if (finding.position() >= 0) {
            members.put("position", finding.position());
        }
        members.put("field", finding.field());
        if (!finding.detail().isEmpty()) {
            members.put("detail", finding.detail());
        }
        members.put("text", wording.of(finding));
        if (!finding.technical().isEmpty()) {
            members.put("technical", finding.technical());
        }
        return members;
    }

    private List<Remark> remarks() {
        return Arrays.stream(Remark.values())
                .filter(verdict.remarks()::contains)
                .toList();
    }

    private double seconds() {
        return Math.round(nanos / 1e6) / 1e3;
    }
}
