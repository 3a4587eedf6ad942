package org.progressledger.query.projectlist;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.progressledger.query.agencies.Agency;
import org.progressledger.query.agencies.AgencyRegister;

/** Sums by agency: one row for each agency of the register, whatever its codes and however its name is spelt. */
public final class AgencyTotals {
    private AgencyTotals() {}

    /**
     * One agency's projects in numbers; money in baht.
     *
     * @param code the main code
     * @param codes all codes of the agency, whether or not a counted project has them
     */
    public record AgencyTotal(
            String code, String name, List<String> codes, long projects, BigDecimal allocated, BigDecimal spent) {

        AgencyTotal and(AgencyTotal other) {
            return new AgencyTotal(
                    code,
                    name,
                    codes,
                    projects + other.projects,
                    allocated.add(other.allocated),
                    spent.add(other.spent));
        }
    }

    /**
     * What is counted of a project, or of several of one agency.
     *
     * @param agency the first eight digits of the code
     */
    record Counted(String agency, long projects, BigDecimal allocated, BigDecimal spent) {
        Counted(String agency, BigDecimal allocated, BigDecimal spent) {
            this(agency, 1, allocated, spent);
        }
    }

    /** By main code. A code that the register does not know is a row of its own: no project is left out of the sums. */
    static List<AgencyTotal> of(Collection<Counted> projects, AgencyRegister register) {
        Map<String, AgencyTotal> totals = new TreeMap<>();
        for (Counted project : projects) {
            Agency agency = register.of(project.agency()).orElseGet(() -> Agency.unknown(project.agency()));
            totals.merge(
                    agency.code(),
                    new AgencyTotal(
                            agency.code(),
                            agency.name(),
                            agency.codes(),
                            project.projects(),
                            project.allocated(),
                            project.spent()),
                    AgencyTotal::and);
        }
        return List.copyOf(totals.values());
    }
}
