package org.progressledger.events;

import org.jspecify.annotations.Nullable;

/**
 * หน่วยงานที่รับผิดชอบ: three levels as printed, which may repeat each other. The agency's code is the project code's.
 *
 * @param name the agency (สำนักงานเขต, สำนัก ...)
 * @param division ฝ่าย / กอง, where stated
 * @param section กลุ่มงาน / งาน, where stated
 */
public record ResponsibleAgency(
        String name, @Nullable String division, @Nullable String section) {
    public ResponsibleAgency {
        Texts.required("agency name", name);
    }
}
