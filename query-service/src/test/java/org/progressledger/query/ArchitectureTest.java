package org.progressledger.query;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.progressledger.query.frame.Page;

@AnalyzeClasses(packages = "org.progressledger.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> OTHERS_OF_OURS = JavaClass.Predicates.resideInAPackage(
                    "org.progressledger..")
            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                    "org.progressledger.query..",
                    "org.progressledger.events..",
                    "org.progressledger.ledger..",
                    "org.progressledger.verifier..",
                    "org.progressledger.projectledger..",
                    "org.progressledger.access..",
                    "org.progressledger.problems..")))
            .as("modules that the query service may not see");

    private static final DescribedPredicate<JavaClass> OF_A_PAGE = DescribedPredicate.describe(
            "in the package of a page",
            one -> one.getPackage().getClasses().stream().anyMatch(other -> other.isAnnotatedWith(Page.class)));

    @ArchTest
    static final ArchRule the_query_service_sees_events_ledger_access_and_problems =
            noClasses().should().dependOnClassesThat(OTHERS_OF_OURS);

    @ArchTest
    static final ArchRule the_query_service_never_writes_the_ledger = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "appends to the ledger",
                    call -> call.getTarget().getOwner().getName().equals("org.progressledger.ledger.CommitLog")
                            && call.getTarget().getName().equals("append")));

    @ArchTest
    static final ArchRule what_is_kept_knows_nothing_of_who_asks = noClasses()
            .that()
            .resideInAPackage("..query.projection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..query.asking..",
                    "..query.agencies..",
                    "..query.flags..",
                    "..query.projectlist..",
                    "..query.projectpage..",
                    "..query.timeline..",
                    "..query.percenttrace..",
                    "..query.rawevents..",
                    "..query.periods..",
                    "..query.start..",
                    "..query.agencypage..",
                    "..query.latereports..",
                    "..query.supervising..",
                    "..query.overview..",
                    "..query.frame..",
                    "..query.curve..",
                    "..query.export..",
                    "..query.printouts..",
                    "..query.verification..",
                    "org.progressledger.access..");

    @ArchTest
    static final ArchRule an_answer_knows_no_other_answer = slices().matching("org.progressledger.query.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(), resideInAnyPackage("..query.projection", "..query.asking"))
            // every answer calls an agency as the register of agencies does
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAnyPackage("..query.agencies"))
            // every page stands in the same frame, and what it asks for is sent on in one way
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    resideInAnyPackage("..query.frame", "..query.forms", "..query.sending"))
            // a page shows what any answer says
            .ignoreDependency(OF_A_PAGE, DescribedPredicate.alwaysTrue())
            // a pack holds the printouts
            .ignoreDependency(resideInAnyPackage("..query.export.."), resideInAnyPackage("..query.printouts"))
            // pages that show a project's progress draw it alike
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAnyPackage("..query.curve"))
            // the page lists, and a file holds, what the register finds
            .ignoreDependency(resideInAnyPackage("..query.export"), resideInAnyPackage("..query.projectlist"))
            // a project in short tells what the answers about months and appeals judge
            .ignoreDependency(
                    resideInAnyPackage("..query.overview"), resideInAnyPackage("..query.periods", "..query.appeals"))
            // pages that count projects read them in short
            .ignoreDependency(
                    resideInAnyPackage("..query.start", "..query.agencypage", "..query.latereports"),
                    resideInAnyPackage("..query.overview"))
            // the ledger's page tells beside its seals what came of the service's own checks
            .ignoreDependency(resideInAnyPackage("..query.transparency"), resideInAnyPackage("..query.verification"))
            // rows by period are those that the register finds, in its order
            .ignoreDependency(resideInAnyPackage("..query.periods"), resideInAnyPackage("..query.projectlist"));
}
