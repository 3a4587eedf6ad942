package org.progressledger.query.export.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.export.table.Column.Kind;
import org.progressledger.query.projection.ThaiText;
import org.progressledger.query.projection.Views.ActorView;
import org.progressledger.query.projection.Views.SourceView;

/** The columns of a table, and what stands in each for something that gets a row. */
final class Layout<R> {
    private static final int CODE = 16;
    private static final int DAY = 12;
    private static final int THAI_DAY = 14;
    private static final int INSTANT = 21;
    private static final int DIGEST = 20;
    private static final int NUMBER = 13;

    private final List<Column> columns = new ArrayList<>();
    private final List<Function<R, ? extends @Nullable Object>> values = new ArrayList<>();

    List<Column> columns() {
        return Collections.unmodifiableList(columns);
    }

    /** Null where nothing is stated. */
    List<@Nullable Object> row(R of) {
        List<@Nullable Object> row = new ArrayList<>(values.size());
        for (Function<R, ? extends @Nullable Object> value : values) {
            row.add(value.apply(of));
        }
        return row;
    }

    private Layout<R> with(
            String name,
            String thai,
            String english,
            Kind kind,
            int width,
            Function<R, ? extends @Nullable Object> value) {
        columns.add(new Column(name, thai, english, kind, width));
        values.add(value);
        return this;
    }

    Layout<R> text(String name, String thai, String english, int width, Function<R, @Nullable String> value) {
        return with(name, thai, english, Kind.TEXT, width, value);
    }

    Layout<R> code(String name, String thai, String english, Function<R, @Nullable String> value) {
        return text(name, thai, english, CODE, value);
    }

    Layout<R> whole(String name, String thai, String english, Function<R, ? extends @Nullable Number> value) {
        return with(name, thai, english, Kind.WHOLE, NUMBER, value);
    }

    Layout<R> decimal(String name, String thai, String english, Function<R, @Nullable BigDecimal> value) {
        return with(name, thai, english, Kind.DECIMAL, NUMBER, value);
    }

    /** The ISO day, and beside it the same in the Buddhist era as the office writes it. */
    Layout<R> day(String name, String thai, String english, Function<R, @Nullable LocalDate> value) {
        return with(name, thai, english, Kind.DAY, DAY, value)
                .text(name + "Thai", thai + " (พ.ศ.)", english + " (Buddhist era)", THAI_DAY, of -> {
                    LocalDate day = value.apply(of);
                    return day == null ? null : ThaiText.date(day);
                });
    }

    Layout<R> instant(String name, String thai, String english, Function<R, @Nullable Instant> value) {
        return with(name, thai, english, Kind.INSTANT, INSTANT, value);
    }

    /** A constant of ours, and beside it the office's word. */
    <E extends Enum<E>> Layout<R> word(
            String name, String thai, String english, Function<R, @Nullable E> value, Function<E, String> inThai) {
        return code(name, thai + " (รหัส)", english, of -> {
                    E constant = value.apply(of);
                    return constant == null ? null : constant.name();
                })
                .code(name + "Thai", thai, english + " (Thai)", of -> {
                    E constant = value.apply(of);
                    return constant == null ? null : inThai.apply(constant);
                });
    }

    Layout<R> actor(Function<R, ActorView> value) {
        return code("actor", "ผู้บันทึก", "Recorded by", of -> value.apply(of).id())
                .code(
                        "actorRole",
                        "บทบาทของผู้บันทึก",
                        "Role",
                        of -> value.apply(of).role())
                .text(
                        "actorAgency",
                        "หน่วยงานของผู้บันทึก",
                        "Agency of who recorded",
                        24,
                        of -> value.apply(of).agency());
    }

    /** The printout, and its lines as {@code 3-4 9}. */
    Layout<R> source(Function<R, @Nullable SourceView> value) {
        return text("sourceSha256", "แฮชของเอกสารต้นฉบับ", "SHA-256 of the printout", DIGEST, of -> {
                    SourceView source = value.apply(of);
                    return source == null ? null : source.sha256();
                })
                .text("sourceLines", "บรรทัดในเอกสารต้นฉบับ", "Lines of the printout", CODE, of -> {
                    SourceView source = value.apply(of);
                    return source == null ? null : Wording.lines(source.lines());
                });
    }

    Layout<R> hash(Function<R, @Nullable String> value) {
        return text("hash", "แฮชของเหตุการณ์", "Hash of the event's log entry", DIGEST, value);
    }
}
