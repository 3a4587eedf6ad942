package org.progressledger.query.projectlist;

import com.mongodb.client.model.Filters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.AsKept;
import org.progressledger.query.projection.AsKept.Form;
import org.progressledger.query.projection.ProjectText;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.RegisterRows;
import org.progressledger.query.projection.RegisterSums;
import org.progressledger.query.projection.StandingStill;
import org.progressledger.query.projectlist.AgencyTotals.AgencyTotal;
import org.springframework.stereotype.Component;

/** All projects: found by words, agency, status and year; ordered; counted over everything that the filter leaves. */
@Component
public class Register {
    private final ReadModel readModel;
    private final RegisterSums sums;
    private final Agencies agencies;
    private final RegisterRows rows;
    private final StandingStill standing;
    private final RowSearches searches = new RowSearches();

    Register(ReadModel readModel, RegisterSums sums, Agencies agencies, RegisterRows rows, StandingStill standing) {
        this.readModel = readModel;
        this.sums = sums;
        this.agencies = agencies;
        this.rows = rows;
        this.standing = standing;
    }

    /**
     * What was found.
     *
     * @param <P> in which form
     */
    public record Found<P>(List<P> projects, long total, Totals totals) {}

    /** Sums over every project that the filter leaves, other agencies' included. */
    public record Totals(List<AgencyTotal> byAgency, Map<String, Long> byStatus) {}

    /** The page asked for, as far as the asker may see it, and totals over all. */
    public Found<ProjectText> find(Question question, Asker asker) {
        AgencyRegister known = agencies.register();
        Optional<RowSearch> search = search(question, known, asker);
        List<ProjectText> page = page(ReadModel.TEXT, question, known, asker, search);
        if (search.isEmpty()) {
            return new Found<>(page, readModel.count(visible(question.filter(known), asker)), totals(question, asker));
        }
        RowSearch found = search.get();
        return new Found<>(
                page, found.total(), asker.role() == Role.OFFICER ? totals(question, asker) : totals(found, known));
    }

    /** Whatever stands still is marked. */
    private <P extends AsKept<P>> List<P> page(
            Form<P> form, Question question, AgencyRegister known, Asker asker, Optional<RowSearch> search) {
        List<P> page = search.map(found -> readModel.inOrder(form, found.page(question.page(), question.size())))
                .orElseGet(() -> readModel.find(
                        form,
                        visible(question.filter(known), asker),
                        question.order(),
                        question.page() * question.size(),
                        question.size()));
        return named(page, known).stream().map(standing::marked).toList();
    }

    /** In memory, where that tells what is asked: the database would read as many documents as are counted. */
    private Optional<RowSearch> search(Question question, AgencyRegister known, Asker asker) {
        return RowSearch.answers(question)
                ? rows.rows().map(all -> searches.of(all, question, known, asker))
                : Optional.empty();
    }

    /** A page of what the asker may see, and sums over it by status: what a person reads. */
    record Read(List<ProjectView> projects, List<RegisterSums.Sum> sums) {}

    Read read(Question question, Asker asker) {
        AgencyRegister known = agencies.register();
        Optional<RowSearch> search = search(question, known, asker);
        return new Read(
                page(ReadModel.VIEW, question, known, asker, search),
                search.map(RowSearch::sums).orElseGet(() -> sums.sums(visible(question.filter(known), asker))));
    }

    /**
     * Which projects a question is about, for another answer about them.
     *
     * @param visible all that the asker may see, in the order asked for
     * @param counted those of whose sums the asker learns, other agencies' included
     */
    public record Choice(List<ProjectCode> visible, Set<ProjectCode> counted) {}

    /** As {@link #find} has them, of all pages. */
    public Choice choose(Question question, Asker asker) {
        AgencyRegister known = agencies.register();
        Bson filter = question.filter(known);
        if (asker.role() != Role.OFFICER) {
            List<ProjectCode> all = readModel.codes(filter, question.order());
            return new Choice(all, Set.copyOf(all));
        }
        List<ProjectCode> counted = readModel.codes(counted(question, asker).filter(known));
        return new Choice(readModel.codes(visible(filter, asker), question.order()), Set.copyOf(counted));
    }

    /** Which projects, and in which order. */
    public record Chosen(Bson filter, Bson order) {}

    /** All that the question finds and the asker may see, whatever page it asks for. */
    public Chosen chosen(Question question, Asker asker) {
        return new Chosen(visible(question.filter(agencies.register()), asker), question.order());
    }

    // whatever codes an agency has, an officer sees those of the own scope
    private static Bson visible(Bson filter, Asker asker) {
        return asker.role() == Role.OFFICER ? Filters.and(filter, Filters.in("scopes", asker.scope())) : filter;
    }

    /** Sums as the asker may see them. */
    Totals totals(Question question, Asker asker) {
        Question counted = counted(question, asker);
        AgencyRegister known = agencies.register();
        Optional<RowSearch> search = RowSearch.answers(counted)
                ? rows.rows().map(all -> searches.ofAll(all, counted, known))
                : Optional.empty();
        return search.isPresent() ? totals(search.get(), known) : totals(counted.filter(known));
    }

    private Totals totals(RowSearch found, AgencyRegister known) {
        Map<String, Long> statuses = noStatuses();
        found.sums().forEach(sum -> statuses.put(sum.status(), sum.projects()));
        return totals(found.byAgency(), statuses, known);
    }

    /** Words would single out one project of another agency, of which an officer sees sums only. */
    static Question counted(Question question, Asker asker) {
        return asker.role() == Role.OFFICER ? question.withoutWords() : question;
    }

    /** The same with the register's names of their agencies. */
    <P extends AsKept<P>> List<P> named(List<P> page) {
        return named(page, agencies.register());
    }

    private <P extends AsKept<P>> List<P> named(List<P> page, AgencyRegister known) {
        AgencyRegister knowing = knowing(
                known,
                page.stream()
                        .map(project -> ProjectCode.of(project.projectCode()).agencyCode())
                        .collect(Collectors.toSet()));
        return page.stream().map(knowing::named).toList();
    }

    /** What was read may be newer than the register that was known before. */
    private AgencyRegister knowing(AgencyRegister known, Set<String> codes) {
        return codes.stream().allMatch(code -> known.of(code).isPresent()) ? known : agencies.knowing(codes);
    }

    /** Sums over every project there is. */
    public Totals totals() {
        return totals(Filters.empty());
    }

    private Totals totals(Bson filter) {
        return totals(readModel.fields(filter, List.of("agency", "status", "allocated", "spent")));
    }

    /** Sums over these projects; each document has {@code agency}, {@code status}, {@code allocated} and {@code spent}. */
    Totals totals(List<Document> projects) {
        Map<String, Long> statuses = noStatuses();
        List<AgencyTotals.Counted> counted = new ArrayList<>();
        for (Document project : projects) {
            statuses.merge(project.getString("status"), 1L, Long::sum);
            Long spent = project.getLong("spent");
            counted.add(new AgencyTotals.Counted(
                    project.getString("agency"),
                    BigDecimal.valueOf(project.getLong("allocated"), 2),
                    BigDecimal.valueOf(spent == null ? 0 : spent, 2)));
        }
        return totals(counted, statuses, agencies.register());
    }

    private Totals totals(List<AgencyTotals.Counted> counted, Map<String, Long> statuses, AgencyRegister known) {
        Set<String> codes = counted.stream().map(AgencyTotals.Counted::agency).collect(Collectors.toSet());
        return new Totals(AgencyTotals.of(counted, knowing(known, codes)), statuses);
    }

    private static Map<String, Long> noStatuses() {
        Map<String, Long> statuses = new LinkedHashMap<>();
        for (ProjectStatus status : ProjectStatus.values()) {
            statuses.put(status.name(), 0L);
        }
        return statuses;
    }
}
