package org.progressledger.query.agencies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.progressledger.projectledger.AgencyEdit;

/** What all edits add up to: of each code the latest counts. */
final class Settings {
    private final Map<String, AgencyEdit> latest = new HashMap<>();
    private final Map<String, AgencyEdit> naming = new HashMap<>();
    private final Set<String> codes = new TreeSet<>();
    private final Set<String> mains = new TreeSet<>();

    /** @param edits by number */
    Settings(List<AgencyEdit> edits) {
        for (AgencyEdit edit : edits) {
            codes.add(edit.code());
            latest.put(edit.code(), edit);
            if (!Objects.equals(edit.before().name(), edit.after().name())) {
                naming.put(edit.code(), edit);
            }
        }
        for (AgencyEdit edit : latest.values()) {
            String main = edit.after().belongsTo();
            if (main != null && !main.equals(edit.code())) {
                mains.add(main);
            }
        }
        codes.addAll(mains);
    }

    /** Every code that was ever edited, and those under which others are counted. */
    Set<String> codes() {
        return codes;
    }

    /** Whether others were put under this code. */
    boolean isMain(String code) {
        return mains.contains(code);
    }

    /** Null where the name decides. */
    @Nullable
    String belongsTo(String code) {
        AgencyEdit edit = latest.get(code);
        return edit == null ? null : edit.after().belongsTo();
    }

    /** The edit by which the code has its name; empty where none is set. */
    Optional<AgencyEdit> naming(String code) {
        return Optional.ofNullable(naming.get(code)).filter(edit -> edit.after().name() != null);
    }
}
