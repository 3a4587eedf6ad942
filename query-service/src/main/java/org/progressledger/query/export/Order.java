package org.progressledger.query.export;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;

/**
 * A file that somebody asks for.
 *
 * @param table of a CSV file, which holds one
 * @param project the code, where it is about one
 * @param filter as it was asked for, where it is about many
 * @param position up to which the answers reflected the ledger at least; null before its first event
 */
public record Order(
        Asker asker,
        Kind kind,
        Format format,
        @Nullable String table,
        @Nullable String project,
        Map<String, String> filter,
        @Nullable Long position) {

    public Order {
        filter = Map.copyOf(filter);
    }

    /** What is asked for. */
    public enum Kind {
        PROJECT,
        REGISTER,
        EVIDENCE_PACK,
        OC4IDS
    }

    /** What kind of file. */
    public enum Format {
        JSON("application/json", "json"),
        CSV("text/csv;charset=UTF-8;header=present", "csv"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        ZIP("application/zip", "zip");

        private final String mediaType;
        private final String extension;

        Format(String mediaType, String extension) {
            this.mediaType = mediaType;
            this.extension = extension;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /** Characters that every system allows: ours and digits. */
    String fileName() {
        String what = switch (kind) {
            case PROJECT -> project == null ? "project" : project;
            case REGISTER -> "projects";
            case EVIDENCE_PACK -> "evidence-" + project;
            case OC4IDS -> "oc4ids-" + project;
        };
        return what + (table == null ? "" : "-" + table) + "." + format.extension;
    }
}
