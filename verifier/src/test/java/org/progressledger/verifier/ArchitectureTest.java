package org.progressledger.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses VERIFIER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.progressledger.verifier");

    @Test
    void the_verifier_knows_the_ledger_the_driver_json_and_its_command_line_only() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.progressledger.verifier..",
                        "org.progressledger.ledger",
                        "org.progressledger.ledger.tree",
                        "org.progressledger.ledger.note",
                        "org.progressledger.ledger.timestamp",
                        "java..",
                        "com.mongodb..",
                        "org.bson..",
                        "tools.jackson..",
                        "picocli..",
                        "org.jspecify..")
                .check(VERIFIER);
    }

    @Test
    void what_checks_the_ledger_does_not_use_what_seals_it() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.progressledger.ledger.sealing..")
                .check(VERIFIER);
    }

    @Test
    void only_the_command_line_knows_of_one() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.progressledger.verifier.cli")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.progressledger.verifier.cli")
                .check(VERIFIER);
    }
}
