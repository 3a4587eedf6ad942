package org.progressledger.access;

import java.util.EnumSet;
import java.util.Set;

/** What an account is for. Each account has exactly one. */
public enum Role {
    /** เจ้าหน้าที่หน่วยงาน: records the facts of the own agency's projects. */
    OFFICER,
    /** ผู้ประสานงาน สยป.: coordinates the strategy for the whole city; does all that officers do, and decides appeals. */
    COORDINATOR,
    /** ผู้กำกับดูแล: follows the latest status, returns reports, withdraws what was recorded by mistake. */
    SUPERVISOR,
    /** ผู้ตรวจสอบ: replays report history and checks proofs. */
    AUDITOR,
    /** ผู้สอบทานการปฏิบัติตามเกณฑ์: examines what appeals changed. */
    REVIEWER,
    /** ผู้ดูแลระบบ: keeps accounts and operations; sees no project by virtue of the role. */
    ADMIN;

    /** All roles. */
    public static Set<Role> all() {
        return EnumSet.allOf(Role.class);
    }

    /** The key of the role's display name in the message files. */
    public String messageKey() {
        return "role." + name();
    }
}
