package org.progressledger.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses LEDGER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.progressledger.ledger");

    @Test
    void the_ledger_knows_the_driver_axon_and_java_only() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.progressledger.ledger..",
                        "java..",
                        "com.mongodb..",
                        "org.bson..",
                        "org.axonframework..",
                        "tools.jackson..",
                        "org.slf4j..",
                        "org.bouncycastle..",
                        "org.jspecify..")
                .check(LEDGER);
    }

    @Test
    void the_commit_log_does_not_know_axon() {
        noClasses()
                .that()
                .resideInAPackage("org.progressledger.ledger")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.axonframework..", "org.progressledger.ledger.axon..")
                .check(LEDGER);
    }

    @Test
    void only_anchoring_and_forwarding_ask_others_and_only_timestamps_need_their_library() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.progressledger.ledger.anchoring")
                .and()
                .doNotHaveSimpleName("HttpLine")
                .and()
                .doNotHaveSimpleName("Forwarder")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..")
                .check(LEDGER);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.progressledger.ledger.anchoring")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.progressledger.ledger.anchoring..")
                .check(LEDGER);
        noClasses()
                .that()
                .resideOutsideOfPackages("org.progressledger.ledger.anchoring", "org.progressledger.ledger.timestamp")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bouncycastle..", "org.progressledger.ledger.timestamp..")
                .check(LEDGER);
    }
}
