package org.progressledger.query.agencies;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.progressledger.events.ThaiSpelling;
import org.progressledger.query.projection.RegisteredName;

/**
 * Which codes are one agency. Where an administrator has said nothing, codes of one name are: of the name that most of a
 * code's projects use, so that one form with a wrong name does not make one of two agencies, and of the name that was set.
 */
final class Grouping {
    private final Settings settings;
    private final Map<String, List<RegisteredName>> registered;
    // for each code another one of its agency, or itself
    private final Map<String, String> towards = new HashMap<>();

    private Grouping(Settings settings, Map<String, List<RegisteredName>> registered) {
        this.settings = settings;
        this.registered = registered;
    }

    /**
     * @param own the codes that are the agency by themselves
     * @param all those, and the codes that were put under them
     */
    record Group(Set<String> own, Set<String> all) {}

    /** Every code that was registered or set is in just one of the groups. */
    static Collection<Group> of(Settings settings, Map<String, List<RegisteredName>> registered) {
        return new Grouping(settings, registered).groups();
    }

    private Collection<Group> groups() {
        Set<String> codes = new TreeSet<>(registered.keySet());
        codes.addAll(settings.codes());
        codes.forEach(code -> towards.put(code, code));
        Map<String, String> firstOfName = new HashMap<>();
        for (String code : codes) {
            String put = settings.belongsTo(code);
            if (put == null) {
                namesOf(code).forEach(name -> unite(code, firstOfName.computeIfAbsent(name, first -> code)));
            }
        }
        Map<String, Group> groups = new TreeMap<>();
        for (String code : codes) {
            // one step: no code is put under one that was put elsewhere itself, edits are decided one after the other
            String main = Objects.requireNonNullElse(settings.belongsTo(code), code);
            boolean byItself = main.equals(code);
            Group group = groups.computeIfAbsent(root(main), root -> new Group(new TreeSet<>(), new TreeSet<>()));
            group.all().add(code);
            if (byItself) {
                group.own().add(code);
            }
        }
        return groups.values();
    }

    private Set<String> namesOf(String code) {
        Set<String> names = new TreeSet<>();
        Naming.foldedOf(registered.getOrDefault(code, List.of())).ifPresent(names::add);
        settings.naming(code)
                .map(edit -> ThaiSpelling.folded(String.valueOf(edit.after().name())))
                .ifPresent(names::add);
        return names;
    }

    private void unite(String one, String other) {
        String root = root(one);
        String another = root(other);
        if (root.compareTo(another) < 0) {
            towards.put(another, root);
        } else {
            towards.put(root, another);
        }
    }

    private String root(String code) {
        String at = code;
        String next = towards.getOrDefault(at, at);
        while (!next.equals(at)) {
            at = next;
            next = towards.getOrDefault(at, at);
        }
        return at;
    }
}
