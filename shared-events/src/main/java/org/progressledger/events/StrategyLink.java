package org.progressledger.events;

import org.jspecify.annotations.Nullable;

/**
 * ยุทธศาสตร์-ประเด็นยุทธศาสตร์-กลยุทธ์: where the project stands in the city's plan, in the printed words.
 *
 * @param plan the plan and its edition as the form names it, for a strategy belongs to a plan edition
 * @param strategy ประเด็นยุทธศาสตร์
 * @param subStrategy ประเด็นยุทธศาสตร์ย่อย
 * @param goal เป้าหมายที่
 */
public record StrategyLink(
        @Nullable String plan,
        @Nullable String strategy,
        @Nullable String subStrategy,
        @Nullable String goal) {}
