package org.progressledger.projectledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.progressledger.projectledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] JAVA_AND_FORMATS = {"java..", "javax.crypto..", "org.jspecify..", "tools.jackson.."};

    @ArchTest
    static final ArchRule it_sees_the_facts_and_the_ledger_and_no_service = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(
                    "org.progressledger.projectledger",
                    "org.progressledger.events",
                    "org.progressledger.ledger..",
                    "com.mongodb..",
                    "org.bson..",
                    "org.axonframework..",
                    "io.micrometer.core..",
                    "org.springframework.."));

    @ArchTest
    static final ArchRule what_is_kept_knows_nothing_of_the_wiring = noClasses()
            .that()
            .haveNameMatching(".*\\.(MasterKey|Person|PersonVault|ProjectArchive|CatalogueSerializer|AgencyEdits?)")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule the_master_key_needs_the_jdk_only = classes()
            .that()
            .haveSimpleName("MasterKey")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with("org.progressledger.projectledger"));

    private static String[] with(String... more) {
        String[] all = java.util.Arrays.copyOf(JAVA_AND_FORMATS, JAVA_AND_FORMATS.length + more.length);
        System.arraycopy(more, 0, all, JAVA_AND_FORMATS.length, more.length);
        return all;
    }
}
