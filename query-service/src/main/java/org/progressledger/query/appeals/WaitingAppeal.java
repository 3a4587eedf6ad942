package org.progressledger.query.appeals;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealStage;
import org.progressledger.events.Project;

/**
 * An appeal of which something is awaited: its decision, or its papers. The same that the queue shows as FILED and CITED.
 *
 * @param round null where a narrative speaks of an appeal and tells none
 * @param filed whether it waits for its decision; else only a narrative speaks of it
 * @param stage how far it has come as the last narrative tells; null where there are papers
 * @param since the day from which its age counts
 */
public record WaitingAppeal(
        @Nullable Integer round, boolean filed, @Nullable AppealStage stage, LocalDate since) {

    /** Those of a project as it stands. */
    public static List<WaitingAppeal> of(Project project) {
        return AppealCase.allOf(project).stream()
                .map(AppealItem::of)
                .filter(item -> item.status() == AppealStatus.FILED || item.status() == AppealStatus.CITED)
                .map(item -> new WaitingAppeal(
                        item.round(), item.status() == AppealStatus.FILED, item.stage(), item.since()))
                .toList();
    }
}
