package org.progressledger.query.projectlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.progressledger.access.Asker;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.ThaiSpelling;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.Agency;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.projection.RegisterSums;
import org.progressledger.query.projectlist.ProjectListPage.Choice;
import org.springframework.stereotype.Component;

/** What the search form offers. */
@Component
class ListChoices {
    private final Agencies agencies;
    private final RegisterSums sums;

    ListChoices(Agencies agencies, RegisterSums sums) {
        this.agencies = agencies;
        this.sums = sums;
    }

    /** Agencies that have projects which the asker sees; what was asked for stays chosen, whatever it is. */
    List<Choice> agencies(ListFilter filter, Asker asker, Frame frame) {
        String asked = ThaiSpelling.folded(filter.agency());
        List<Choice> all = new ArrayList<>(agencies.register().all().stream()
                .filter(agency -> agency.projects() > 0
                        // its main code may lie outside an officer's scope
                        && agency.codes().stream().anyMatch(asker::sees))
                .map(agency -> new Choice(agency.code(), agency.name(), isAskedFor(agency, asked)))
                .toList());
        return withAsked(all, filter.agency(), filter.agency(), frame.say("list.agency.all"));
    }

    private static boolean isAskedFor(Agency agency, String asked) {
        return agency.code().equals(asked) || ThaiSpelling.folded(agency.name()).equals(asked);
    }

    static List<Choice> statuses(ListFilter filter, Frame frame) {
        List<Choice> all = new ArrayList<>(Arrays.stream(ProjectStatus.values())
                .map(status -> new Choice(
                        status.name(),
                        frame.say("status." + status.name()),
                        status.name().equals(filter.status())))
                .toList());
        return withAsked(all, filter.status(), filter.status(), frame.say("list.status.all"));
    }

    List<Choice> years(ListFilter filter, Frame frame) {
        List<Choice> all = new ArrayList<>(sums.years().stream()
                .map(year -> new Choice(
                        year.toString(),
                        Integer.toString(Figures.year(year, frame.language())),
                        year.toString().equals(filter.fiscalYear())))
                .toList());
        return withAsked(all, filter.fiscalYear(), filter.fiscalYear(), frame.say("list.year.all"));
    }

    static List<Choice> flags(ListFilter filter, Frame frame) {
        List<Choice> all = new ArrayList<>(Arrays.stream(AuditFlag.values())
                .map(flag -> new Choice(
                        flag.name(),
                        frame.say("flag." + flag.name()),
                        flag.name().equals(filter.flag())))
                .toList());
        return withAsked(all, filter.flag(), filter.flag(), frame.say("list.flag.all"));
    }

    /** Each field in both directions: on a telephone there are no headings to press. */
    static List<Choice> orders(ListFilter filter, Frame frame) {
        List<Choice> orders = new ArrayList<>();
        for (String field : ListFilter.FIELDS) {
            Map<String, String> by = Map.of("field", named(field, frame));
            boolean chosen = field.equals(filter.sortField());
            orders.add(new Choice(field, frame.say("list.order.up", by), chosen && !filter.descending()));
            orders.add(new Choice(field + ",desc", frame.say("list.order.down", by), chosen && filter.descending()));
        }
        return orders;
    }

    private static String named(String field, Frame frame) {
        return switch (field) {
            case "name" -> frame.say("list.col.name");
            case "agency" -> frame.say("list.agency");
            case "fiscalYear" -> frame.say("fiscalYear");
            case "status" -> frame.say("fact.status");
            case "percent" -> frame.say("col.percent");
            case "budget.spent" -> frame.say("list.col.spent");
            case "budget.allocated" -> frame.say("list.col.allocated");
            case "reportedOn" -> frame.say("list.col.latest");
            default -> frame.say("list.col.code");
        };
    }

    private static List<Choice> withAsked(List<Choice> all, String asked, String text, String none) {
        if (!asked.isEmpty() && all.stream().noneMatch(Choice::chosen)) {
            all.addFirst(new Choice(asked, text, true));
        }
        all.addFirst(new Choice("", none, asked.isEmpty()));
        return all;
    }
}
