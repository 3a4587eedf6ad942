package org.progressledger.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.progressledger.access", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> OTHERS_OF_OURS = JavaClass.Predicates.resideInAPackage(
                    "org.progressledger..")
            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                    "org.progressledger.access..", "org.progressledger.problems..")))
            .as("other modules of ours");

    @ArchTest
    static final ArchRule access_sees_nothing_of_ours_but_problems =
            noClasses().should().dependOnClassesThat(OTHERS_OF_OURS);

    @ArchTest
    static final ArchRule the_asker_knows_no_framework = classes()
            .that()
            .haveSimpleName("Asker")
            .or()
            .haveSimpleName("Role")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.progressledger.access");
}
