package org.progressledger.command.printedform;

import org.jspecify.annotations.Nullable;

/**
 * ขอรับรองว่า…, ลงชื่อ, ตำแหน่ง: often left blank. The signature is personal data.
 *
 * @param signature what stands on the line for it; null where it is blank
 * @param position ตำแหน่ง; null where it is blank
 */
public record PrintedCertification(
        @Nullable String signature, @Nullable String position) {
    public boolean signed() {
        return signature != null;
    }

    /** Never prints what could be collected from logs. */
    @Override
    public String toString() {
        return "PrintedCertification[" + (signed() ? "signed" : "blank") + "]";
    }
}
