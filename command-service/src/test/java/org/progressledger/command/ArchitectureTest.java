package org.progressledger.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.progressledger.command", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String COMMAND = "org.progressledger.command";

    private static final DescribedPredicate<JavaClass> OTHER_SERVICES = JavaClass.Predicates.resideInAPackage(
                    "org.progressledger..")
            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                    COMMAND + "..",
                    "org.progressledger.events..",
                    "org.progressledger.ledger..",
                    "org.progressledger.projectledger..",
                    "org.progressledger.access..",
                    "org.progressledger.problems..")))
            .as("modules of ours that the command service may not see");

    @ArchTest
    static final ArchRule it_sees_the_facts_the_ledger_access_and_problems =
            noClasses().should().dependOnClassesThat(OTHER_SERVICES);

    @ArchTest
    static final ArchRule the_web_hands_over_to_the_project_and_knows_no_paper = noClasses()
            .that()
            .resideInAPackage(COMMAND + ".web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMMAND + ".imports..", COMMAND + ".printedform..", "org.axonframework..");

    @ArchTest
    static final ArchRule the_project_knows_neither_web_nor_paper = noClasses()
            .that()
            .resideInAPackage(COMMAND + ".project..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMMAND + ".web..", COMMAND + ".imports..", COMMAND + ".printedform..");

    @ArchTest
    static final ArchRule the_rules_know_no_framework = noClasses()
            .that()
            .resideInAPackage(COMMAND + ".project..")
            .and(DescribedPredicate.not(new DescribedPredicate<JavaClass>("the shell") {
                @Override
                public boolean test(JavaClass type) {
                    return switch (type.getSimpleName()) {
                        case "ProjectAggregate", "CommandDesk", "CommandSettings", "Ask", "Together" -> true;
                        default -> false;
                    };
                }
            }))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.axonframework..",
                    "com.mongodb..",
                    "org.bson..",
                    "jakarta..",
                    "org.progressledger.ledger..",
                    "org.progressledger.projectledger..");

    @ArchTest
    static final ArchRule the_reader_of_forms_sees_the_facts_and_an_html_parser_only = classes()
            .that()
            .resideInAPackage(COMMAND + ".printedform..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    COMMAND + ".printedform..",
                    "org.progressledger.events..",
                    "org.jsoup..",
                    "org.jspecify..",
                    "java..");

    @ArchTest
    static final ArchRule no_package_reaches_back =
            slices().matching(COMMAND + ".(*)..").should().beFreeOfCycles();
}
