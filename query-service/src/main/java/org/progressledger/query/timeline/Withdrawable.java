package org.progressledger.query.timeline;

import java.util.Set;
import org.progressledger.access.Asker;
import org.progressledger.access.EndpointRules;
import org.progressledger.events.EventCatalogue;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Which events have a link to their withdrawal: a menu. Whether one is withdrawn is said by the command service. */
@Component
class Withdrawable {
    private static final Set<String> MISTAKABLE = Set.of(
            EventCatalogue.ACTIVITY_HELD.storedName(),
            EventCatalogue.LETTER_CITED.storedName(),
            EventCatalogue.PROJECT_PAUSED.storedName(),
            EventCatalogue.APPEAL_FILED.storedName(),
            EventCatalogue.APPEAL_CITED.storedName());

    private final EndpointRules rules;

    Withdrawable(EndpointRules rules) {
        this.rules = rules;
    }

    /** Stored names; none for whoever may withdraw nothing. */
    Set<String> by(Asker asker, String projectCode) {
        return rules.decidingRow(HttpMethod.GET, "/projects/" + projectCode + "/withdrawals")
                        .filter(row -> row.roles().contains(asker.role()))
                        .isPresent()
                ? MISTAKABLE
                : Set.of();
    }
}
