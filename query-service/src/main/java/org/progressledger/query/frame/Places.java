package org.progressledger.query.frame;

import java.util.List;
import org.progressledger.access.EndpointRules;
import org.progressledger.access.Role;
import org.progressledger.query.frame.Frame.Place;
import org.springframework.http.HttpMethod;

/** The main menu: what a role may open, in the order of the office's day. */
final class Places {
    private static final List<Place> ALL = List.of(
            new Place("place.start", "/", false),
            new Place("place.projects", "/projects", false),
            new Place("place.import", "/import", false),
            new Place("place.appeals", "/appeals", false),
            new Place("place.flags", "/flags", false),
            new Place("place.ledger", "/ledger", false),
            new Place("place.events", "/events", false),
            new Place("place.exports", "/exports", false),
            new Place("place.standstill", "/dead-letters", false),
            new Place("place.replays", "/replays", false),
            new Place("place.accounts", "/accounts", false),
            new Place("place.readings", "/readings", false),
            new Place("place.configuration", "/configuration", false));

    private Places() {}

    static List<Place> of(Role role, EndpointRules rules, String path) {
        return ALL.stream()
                // an administrator's start page are the accounts
                .filter(place -> role != Role.ADMIN || !place.path().equals("/"))
                .filter(place -> rules.decidingRow(HttpMethod.GET, place.path())
                        .filter(row -> row.pathPattern().equals(place.path()))
                        .map(row -> row.roles().contains(role))
                        .orElse(false))
                .map(place -> new Place(place.word(), place.path(), isHere(place.path(), path)))
                .toList();
    }

    private static boolean isHere(String place, String path) {
        return place.equals("/") ? path.equals("/") : path.equals(place) || path.startsWith(place + "/");
    }
}
