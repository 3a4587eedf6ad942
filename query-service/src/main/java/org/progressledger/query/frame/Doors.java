package org.progressledger.query.frame;

import org.progressledger.access.Asker;
import org.progressledger.access.EndpointRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** What a reader's role may open: a page leads nowhere else. */
@Component
public class Doors {
    private final EndpointRules rules;

    Doors(EndpointRules rules) {
        this.rules = rules;
    }

    /** Whether the role may read what has this address; the agency of a project is another question. */
    public boolean open(Asker asker, String path) {
        return rules.decidingRow(HttpMethod.GET, path)
                .filter(row -> row.roles().contains(asker.role()))
                .isPresent();
    }
}
