package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * กำหนดตัวชี้วัด: the coordinators measure the project by this indicator. The one that the form prints is part of the
 * registration, not this.
 *
 * @param code as the source system numbers it, such as {@code 5047-0895}, where it does
 * @param unit หน่วยนับ, such as {@code ร้อยละ}, {@code ระดับ} or {@code นาที}
 * @param target ค่าเป้าหมาย, as the office words it; null where none is set
 * @param criteria เกณฑ์การประเมิน: version 1 of the criteria; null where none are told
 * @param adoptedOn from when it holds, where told
 */
public record IndicatorAdopted(
        ProjectCode project,
        IndicatorId id,
        @Nullable String code,
        String text,
        IndicatorKind kind,
        String unit,
        @Nullable String target,
        @Nullable String criteria,
        @Nullable LocalDate adoptedOn)
        implements ProjectEvent {

    public IndicatorAdopted {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(id, "id");
        Texts.required("indicator", text);
        Objects.requireNonNull(kind, "kind");
        Texts.required("unit", unit);
    }
}
