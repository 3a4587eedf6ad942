package org.progressledger.query.agencies;

import java.time.Instant;
import org.progressledger.projectledger.AgencyEdit;
import org.progressledger.projectledger.AgencyEdit.Setting;

/** Edits as the tests tell them. */
public final class Edits {
    private Edits() {}

    public static AgencyEdit edit(long number, String code, Setting before, Setting after) {
        return new AgencyEdit(
                number,
                code,
                before,
                after,
                "ตามหนังสือ กท 1/2569",
                "admin-" + number,
                Instant.parse("2026-11-25T10:00:00Z").plusSeconds(number));
    }
}
