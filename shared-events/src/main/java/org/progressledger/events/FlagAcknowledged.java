package org.progressledger.events;

import java.util.Objects;

/**
 * รับทราบข้อสังเกต: an auditor has seen an audit flag. It stays in history all the same; why is told with the event.
 *
 * @param flagId the one hit that is meant
 * @param flag its flag, such as {@code PCT_JUMP}: a text, for a later release may no longer have an {@link AuditFlag} of
 *     that name
 */
public record FlagAcknowledged(ProjectCode project, String flagId, String flag) implements ProjectEvent {
    public FlagAcknowledged {
        Objects.requireNonNull(project, "project");
        Texts.required("flag's id", flagId);
        Texts.required("flag", flag);
    }
}
