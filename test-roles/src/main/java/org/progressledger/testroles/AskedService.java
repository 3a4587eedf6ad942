package org.progressledger.testroles;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.progressledger.access.Accounts;
import org.progressledger.access.EndpointTable;
import org.progressledger.access.Role;
import org.progressledger.access.RoleMatrix.Service;

/**
 * A running service, and what must be known to ask it.
 *
 * @param which the service
 * @param address where it listens
 * @param mapped what it has mapped
 * @param files paths of the table that no handler method serves, such as static files
 * @param accounts where its accounts are kept
 * @param usernames an account for each role, the officer's with the agency of {@code ownProject}
 * @param password the password of them all
 * @param ownProject the code of a project of the officer's agency
 * @param othersProject the code of a project of another agency
 * @param ownNowhere a code of the officer's agency that no project has
 * @param othersNowhere a code of another agency that no project has
 * @param events how many events the ledger holds
 * @param meters where it counts
 */
public record AskedService(
        Service which,
        URI address,
        EndpointTable mapped,
        Set<String> files,
        Accounts accounts,
        Map<Role, String> usernames,
        String password,
        String ownProject,
        String othersProject,
        String ownNowhere,
        String othersNowhere,
        LongSupplier events,
        MeterRegistry meters) {}
