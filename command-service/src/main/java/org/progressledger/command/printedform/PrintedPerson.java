package org.progressledger.command.printedform;

import org.jspecify.annotations.Nullable;

/**
 * ชื่อผู้รับผิดชอบ, ผู้ประสานงาน: personal data. A section or a post may stand in the person's place.
 *
 * @param phone extension or number, where printed
 * @param asPrinted name and phone as they stand on the paper
 */
public record PrintedPerson(String name, @Nullable String phone, String asPrinted) {
    /** Never prints what could be collected from logs. */
    @Override
    public String toString() {
        return "PrintedPerson[...]";
    }
}
