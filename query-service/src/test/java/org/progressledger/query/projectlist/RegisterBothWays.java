package org.progressledger.query.projectlist;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.util.List;
import org.bson.conversions.Bson;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.ProjectText;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.RegisterRows;
import org.progressledger.query.projection.RegisterSums;
import org.progressledger.query.projection.RegisterSums.Sum;

/** Asks the register in memory and in the database the same. */
public final class RegisterBothWays {
    private final RegisterRows rows;
    private final ReadModel readModel;
    private final RegisterSums sums;
    private final Agencies agencies;

    public RegisterBothWays(RegisterRows rows, ReadModel readModel, RegisterSums sums, Agencies agencies) {
        this.rows = rows;
        this.readModel = readModel;
        this.sums = sums;
        this.agencies = agencies;
    }

    /** @return how many projects were on the page */
    public int answerTheSame(Question question, Asker asker, String what) {
        AgencyRegister known = agencies.register();
        RowSearch search = new RowSearch(new SearchedRows(rows.rows().orElseThrow()), question, known, asker);
        Bson filter = question.filter(known);
        Bson visible = asker.role() == Role.OFFICER ? Filters.and(filter, Filters.in("scopes", asker.scope())) : filter;
        List<String> page = search.page(question.page(), question.size());
        assertThat(page)
                .as(what)
                .isEqualTo(readModel
                        .find(
                                ReadModel.VIEW,
                                visible,
                                question.order(),
                                question.page() * question.size(),
                                question.size())
                        .stream()
                        .map(ProjectView::projectCode)
                        .toList());
        assertThat(readModel.inOrder(ReadModel.TEXT, page))
                .as(what)
                .extracting(ProjectText::projectCode)
                .isEqualTo(page);
        assertThat(search.sums())
                .as(what)
                .containsExactlyInAnyOrder(sums.sums(visible).toArray(Sum[]::new));
        assertThat(search.total()).as(what).isEqualTo((int) readModel.count(visible));
        assertThat(RowSearch.ofAll(new SearchedRows(rows.rows().orElseThrow()), question, known).byAgency().stream()
                        .mapToLong(AgencyTotals.Counted::projects)
                        .sum())
                .as(what)
                .isEqualTo(readModel.count(filter));
        return page.size();
    }
}
