package org.progressledger.query.appeals;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** By what the queue is put in order; between equals the project's code decides, then the place within the project. */
enum AppealOrder {
    /** The younger one first. */
    AGE(AppealOrder.SINCE, true, item -> text(item.since())),
    FILED_ON("filedOn", false, item -> text(item.filedOn())),
    DECIDED_ON("decidedOn", false, item -> text(item.decidedOn())),
    /** In the order of their names. */
    STATUS("statusKey", false, item -> item.status().name()),
    PROJECT_CODE("projectCode", false, AppealItem::projectCode);

    static final String SINCE = "since";

    private final String field;
    private final boolean reversed;
    private final Function<AppealItem, String> key;

    AppealOrder(String field, boolean reversed, Function<AppealItem, String> key) {
        this.field = field;
        this.reversed = reversed;
        this.key = key;
    }

    /** What stands for it in what is kept. */
    String field() {
        return field;
    }

    String key(AppealItem item) {
        return key.apply(item);
    }

    /** Whether greater keys come first, where the asker wants it so or the other way round. */
    boolean descending(boolean turned) {
        return reversed != turned;
    }

    /** The order that the index gives as well. */
    Comparator<AppealItem> comparator(boolean turned) {
        Comparator<AppealItem> byKey = Comparator.comparing(this::key);
        return (descending(turned) ? byKey.reversed() : byKey).thenComparing(AppealItem::projectCode);
    }

    /** Without a date it comes before all others. */
    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
