package org.progressledger.events;

import java.util.Objects;

/**
 * ถอนข้อเท็จจริงที่บันทึกผิด: an activity, a pause, an appeal or a letter was recorded by mistake and counts no more. History
 * keeps both; why is told with the event.
 *
 * @param sequence the place of the mistaken fact among the events of its project, from 0
 * @param type the mistaken fact's stored name, for whoever reads the event alone
 */
public record FactWithdrawn(ProjectCode project, long sequence, String type) implements ProjectEvent {
    public FactWithdrawn {
        Objects.requireNonNull(project, "project");
        if (sequence < 0) {
            throw new IllegalArgumentException("Facts count from 0: " + sequence);
        }
        Texts.required("type", type);
    }
}
