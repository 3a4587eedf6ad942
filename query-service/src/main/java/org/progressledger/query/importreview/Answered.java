package org.progressledger.query.importreview;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.importreview.Draft.Different;
import org.progressledger.query.importreview.Draft.Proposal;
import org.springframework.util.MultiValueMap;

/**
 * What a person has said to a draft so far.
 *
 * @param offered ids of the proposals that were decided upon
 * @param accepted those of them that were accepted
 * @param choices option by reading
 * @param shown {@code reading:option} by which the page was read that was decided upon
 * @param typed everything else, by the name of its field
 * @param version of the project that was seen; null where nothing was
 */
record Answered(
        Set<String> offered,
        Set<String> accepted,
        Map<String, String> choices,
        Set<String> shown,
        Map<String, String> typed,
        boolean compared,
        @Nullable Long version,
        String key) {
    static final String REASON = "reason.";
    static final String LETTER = "letter.";
    static final String EDIT = "edit.";
    static final String CHOICE = "choice.";

    /** Nothing yet. */
    static Answered nothing(Map<String, String> choices) {
        return new Answered(
                Set.of(),
                Set.of(),
                choices,
                Set.of(),
                Map.of(),
                false,
                null,
                UUID.randomUUID().toString());
    }

    static Answered of(MultiValueMap<String, String> form) {
        Map<String, String> choices = new TreeMap<>();
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (name.startsWith(CHOICE)) {
                choices.put(name.substring(CHOICE.length()), values.getFirst());
            } else if (name.startsWith(EDIT) || name.startsWith(REASON) || name.startsWith(LETTER)) {
                typed.put(name, values.getFirst());
            }
        });
        String version = Objects.requireNonNullElse(form.getFirst("version"), "");
        return new Answered(
                all(form, "offered"),
                all(form, "accept"),
                choices,
                all(form, "shown"),
                typed,
                form.containsKey("compared"),
                version.matches("[0-9]{1,18}") ? Long.valueOf(version) : null,
                Objects.requireNonNullElse(form.getFirst("key"), ""));
    }

    private static Set<String> all(MultiValueMap<String, String> form, String name) {
        return new HashSet<>(form.getOrDefault(name, List.of()));
    }

    /** What is sure enough is accepted beforehand; what was decided upon stays so. */
    boolean accepts(Proposal proposal) {
        return offered.contains(proposal.id())
                ? accepted.contains(proposal.id())
                : !proposal.confidence().equals("LOW");
    }

    /** Whether the paper was shown as it is now chosen. */
    boolean hasSeenAsChosen() {
        return choices.entrySet().stream()
                .allMatch(choice -> shown.contains(choice.getKey() + ":" + choice.getValue()));
    }

    /** What is sent; proposals that nobody was shown are not accepted. */
    Map<String, Object> confirmation(Draft draft) {
        Map<String, Object> body = new LinkedHashMap<>();
        Map<String, Object> edit = new TreeMap<>();
        for (Proposal proposal : draft.proposals()) {
            if (accepted.contains(proposal.id())) {
                Map<String, Object> changes = Editing.changes(proposal, typed);
                if (!changes.isEmpty()) {
                    edit.put(proposal.id(), changes);
                }
            }
        }
        body.put("accept", accepted.stream().sorted().toList());
        body.put("edit", edit);
        body.put("choices", choices);
        List<Map<String, Object>> corrections = new ArrayList<>();
        boolean explained = false;
        for (Different report : draft.contradictions()) {
            String reason = typed.getOrDefault(REASON + report.reportNo(), "");
            String letter = typed.getOrDefault(LETTER + report.reportNo(), "");
            explained |= !reason.isBlank() || !letter.isBlank();
            corrections.add(Map.of("reportNo", report.reportNo(), "reason", reason, "letter", letter));
        }
        if (explained) {
            body.put("corrections", corrections);
        }
        return body;
    }
}
