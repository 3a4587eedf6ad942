package org.progressledger.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact comes from: the metadata of every event.
 *
 * @param actor the account that recorded it
 * @param role the role it acted in
 * @param agency the agency it acts for; null for city-wide roles
 * @param commandId the command that it answers; a repeat of the command records nothing
 * @param requestDigest SHA-256 of the request, so that another request under the same command id is noticed
 * @param source the printout and its lines, for imported facts
 * @param reason why, where the fact needs a reason
 * @param reportNo the report whose narrative tells the fact
 */
public record Provenance(
        String actor,
        String role,
        @Nullable String agency,
        String commandId,
        @Nullable Sha256 requestDigest,
        @Nullable Source source,
        @Nullable String reason,
        @Nullable Integer reportNo) {

    /** Names under which the metadata is stored; they never change. */
    public static final String ACTOR = "actor";

    public static final String ROLE = "role";
    public static final String AGENCY = "agency";
    public static final String COMMAND_ID = "commandId";
    public static final String REQUEST_DIGEST = "requestDigest";
    public static final String SOURCE_SHA256 = "sourceSha256";
    public static final String SOURCE_LINES = "sourceLines";
    public static final String REASON = "reason";
    public static final String REPORT_NO = "reportNo";

    public Provenance {
        Texts.required("actor", actor);
        Texts.required("role", role);
        Texts.required("command id", commandId);
    }

    /** The same person and command, for a fact read from these lines, told by that report (null: by the form's head). */
    public Provenance from(Source readFrom, @Nullable Integer toldByReport) {
        return new Provenance(actor, role, agency, commandId, requestDigest, readFrom, reason, toldByReport);
    }

    /** The same person and command, with a reason. */
    public Provenance because(@Nullable String why) {
        return new Provenance(actor, role, agency, commandId, requestDigest, source, why, reportNo);
    }

    /** As stored: strings, whole numbers and lists of them; what is not known is absent. */
    public Map<String, Object> toMetadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put(ACTOR, actor);
        metadata.put(ROLE, role);
        metadata.put(COMMAND_ID, commandId);
        putIfKnown(metadata, AGENCY, agency);
        putIfKnown(metadata, REQUEST_DIGEST, requestDigest == null ? null : requestDigest.hex());
        putIfKnown(metadata, REASON, reason);
        putIfKnown(metadata, REPORT_NO, reportNo);
        if (source != null) {
            metadata.put(SOURCE_SHA256, source.sha256().hex());
            metadata.put(
                    SOURCE_LINES, source.lines().stream().map(LineRange::pair).toList());
        }
        return metadata;
    }

    private static void putIfKnown(Map<String, Object> metadata, String name, @Nullable Object value) {
        if (value != null) {
            metadata.put(name, value);
        }
    }

    /** The inverse of {@link #toMetadata()}; other entries of the map are left alone. */
    public static Provenance fromMetadata(Map<String, ?> metadata) {
        String sha256 = text(metadata, SOURCE_SHA256);
        String digest = text(metadata, REQUEST_DIGEST);
        Object number = metadata.get(REPORT_NO);
        return new Provenance(
                Texts.required(ACTOR, text(metadata, ACTOR)),
                Texts.required(ROLE, text(metadata, ROLE)),
                text(metadata, AGENCY),
                Texts.required(COMMAND_ID, text(metadata, COMMAND_ID)),
                digest == null ? null : Sha256.of(digest),
                sha256 == null ? null : new Source(Sha256.of(sha256), lines(metadata.get(SOURCE_LINES))),
                text(metadata, REASON),
                number == null ? null : ((Number) number).intValue());
    }

    private static @Nullable String text(Map<String, ?> metadata, String name) {
        Object value = metadata.get(name);
        return value == null ? null : value.toString();
    }

    private static List<LineRange> lines(@Nullable Object stored) {
        List<LineRange> lines = new ArrayList<>();
        if (stored instanceof List<?> pairs) {
            for (Object pair : pairs) {
                if (pair instanceof List<?> two && two.size() == 2) {
                    lines.add(new LineRange(((Number) two.get(0)).intValue(), ((Number) two.get(1)).intValue()));
                }
            }
        }
        return lines;
    }
}
