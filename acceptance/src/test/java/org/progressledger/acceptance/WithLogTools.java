package org.progressledger.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Needs the programs of others that {@code scripts/get-log-tools} builds. Where they are not, the test is left out, said on
 * standard output; with system property {@code log.tools.required=true} it fails instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(WithLogTools.TAG)
@ExtendWith(WithLogTools.Condition.class)
@interface WithLogTools {
    String TAG = "log-tools";

    /** Looks for the programs. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (LogTools.areThere() || Boolean.getBoolean("log.tools.required")) {
                return ConditionEvaluationResult.enabled("they are there, or have to be");
            }
            String left = "LEFT OUT " + context.getDisplayName() + ": no " + LogTools.FOLDER
                    + "; scripts/get-log-tools builds what it needs";
            System.out.println(left);
            return ConditionEvaluationResult.disabled(left);
        }
    }
}
