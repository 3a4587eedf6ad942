package org.progressledger.query;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String HOME = "org.progressledger.query.";
    private static final JavaClasses QUERY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.progressledger.query");

    @Test
    void of_our_own_it_sees_events_ledger_person_keys_access_and_problems() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.progressledger..")
                        .and(not(resideInAnyPackage(
                                "org.progressledger.query..",
                                "org.progressledger.events..",
                                "org.progressledger.ledger..",
                                "org.progressledger.projectledger..",
                                "org.progressledger.access..",
                                "org.progressledger.problems.."))))
                .check(QUERY);
    }

    @Test
    void answers_do_not_see_each_other_except_the_status_page_the_register() {
        slices().matching(HOME + "(projectlist|projectpage|timeline|percenttrace|rawevents|status)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage(HOME + "status"), resideInAPackage(HOME + "projectlist"))
                .check(QUERY);
    }

    @Test
    void nothing_reaches_back() {
        slices().matching(HOME + "(*)..").should().beFreeOfCycles().check(QUERY);
    }
}
