package org.progressledger.events;

/** สถานะโครงการ: only the event of that name changes it; 100 % does not complete a project. */
public enum ProjectStatus {
    ACTIVE,
    PAUSED,
    COMPLETED,
    CANCELLED
}
