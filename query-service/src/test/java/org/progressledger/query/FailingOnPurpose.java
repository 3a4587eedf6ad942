package org.progressledger.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectHistory;
import org.progressledger.query.projection.AcrossProjects;
import org.progressledger.query.projection.Folding;

/** Something that is kept of every project, and of some cannot be made. */
final class FailingOnPurpose implements AcrossProjects {
    private final Map<String, Supplier<RuntimeException>> failures = new ConcurrentHashMap<>();

    void fail(ProjectCode code, Supplier<RuntimeException> failure) {
        failures.put(code.text(), failure);
    }

    void mend(ProjectCode code) {
        failures.remove(code.text());
    }

    @Override
    public String collection() {
        return "failing_v1";
    }

    @Override
    public List<Bson> indexes() {
        return List.of();
    }

    @Override
    public Document entry(ProjectHistory history, Folding folding, LocalDate today) {
        Supplier<RuntimeException> failure = failures.get(folding.project().projectCode());
        if (failure != null) {
            throw failure.get();
        }
        return new Document();
    }
}
