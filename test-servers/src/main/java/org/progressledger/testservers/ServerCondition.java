package org.progressledger.testservers;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether a test's server can be had. */
final class ServerCondition {
    private ServerCondition() {}

    static final class Embedded implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
            return ConditionEvaluationResult.enabled(TestMongo.embedded().name());
        }
    }

    static final class Real implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
            String absence = TestMongo.absenceOfReal();
            if (absence == null) {
                return ConditionEvaluationResult.enabled(TestMongo.real().name());
            }
            String reason = TestMongo.leftOut(test.getDisplayName(), absence);
            System.out.println(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
