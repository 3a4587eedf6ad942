package org.progressledger.query.projection;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Adds up the register where its documents are kept. */
@Component
public class RegisterSums {
    private final ReadModel readModel;

    RegisterSums(ReadModel readModel) {
        this.readModel = readModel;
    }

    /**
     * Projects of one status in numbers; money in satang.
     *
     * @param spent of those of which it is stated
     */
    public record Sum(String status, long projects, long allocated, long spent) {}

    /** Sums over every project that the filter leaves, one for each status that there is. */
    public List<Sum> sums(Bson filter) {
        // the whole of an index is read where nothing narrows it, which is less than the documents
        Bson all = Filters.and(Filters.gte("fiscalYear", 0), filter);
        return readModel
                .projects()
                .aggregate(List.of(
                        Aggregates.match(all),
                        Aggregates.group(
                                "$status",
                                Accumulators.sum("projects", 1L),
                                Accumulators.sum("allocated", "$allocated"),
                                Accumulators.sum("spent", "$spent"))))
                .map(found -> new Sum(
                        found.getString("_id"),
                        found.get("projects", Number.class).longValue(),
                        found.get("allocated", Number.class).longValue(),
                        found.get("spent", Number.class).longValue()))
                .into(new ArrayList<>());
    }

    /** Every fiscal year of which there are projects, the latest first. */
    public List<Integer> years() {
        List<Integer> years =
                readModel.projects().distinct("fiscalYear", Integer.class).into(new ArrayList<>());
        years.sort(Comparator.reverseOrder());
        return years;
    }
}
