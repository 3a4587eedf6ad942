package org.progressledger.query.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;

/** What is set on both services. */
record ConfigurationPage(Frame frame, List<OfService> services) {

    /**
     * One service.
     *
     * @param id of its heading
     * @param refused why it does not say; null where it does
     */
    record OfService(
            String id,
            String name,
            List<Row> rows,
            @Nullable String refused) {}

    /**
     * A setting.
     *
     * @param value null where nothing is set
     * @param source in words
     * @param from a variable or a file; null where there is none
     * @param set whether somebody set it
     */
    record Row(
            String name,
            @Nullable String value,
            String source,
            @Nullable String from,
            String meaning,
            boolean set) {}
}
