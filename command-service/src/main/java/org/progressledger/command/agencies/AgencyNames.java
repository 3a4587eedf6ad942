package org.progressledger.command.agencies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.progressledger.events.ThaiSpelling;
import org.progressledger.projectledger.AgencyEdit;
import org.progressledger.projectledger.AgencyEdit.Setting;
import org.progressledger.projectledger.AgencyEdits;
import org.springframework.stereotype.Component;

/** The names that administrators set. What forms were registered with is for answers to know, not for commands. */
@Component
public class AgencyNames {
    private final AgencyEdits edits;

    AgencyNames(AgencyEdits edits) {
        this.edits = edits;
    }

    /** A name set for the code or for its main code, if one is set and the given one is another, however it is typed. */
    public Optional<String> otherThan(String given, String code) {
        return otherThan(given, code, edits.all());
    }

    static Optional<String> otherThan(String given, String code, List<AgencyEdit> made) {
        Map<String, Setting> settings = new HashMap<>();
        made.forEach(edit -> settings.put(edit.code(), edit.after()));
        Setting own = settings.getOrDefault(code, Setting.NONE);
        Setting main = settings.getOrDefault(Objects.requireNonNullElse(own.belongsTo(), code), Setting.NONE);
        List<String> known = Stream.of(own, main)
                .flatMap(set -> Stream.ofNullable(set.name()))
                .toList();
        String folded = ThaiSpelling.folded(given);
        return known.stream().anyMatch(name -> ThaiSpelling.folded(name).equals(folded))
                ? Optional.empty()
                : known.stream().findFirst();
    }
}
