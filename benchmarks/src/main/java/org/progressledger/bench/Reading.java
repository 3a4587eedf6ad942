package org.progressledger.bench;

import java.util.List;

/** What a worker says of reading all. */
record Reading(double perSecond, double cpuMicros, double serverMicros) {
    static Reading median(List<Reading> all) {
        return new Reading(
                Benchmark.middle(all.stream().map(Reading::perSecond).toList()),
                Benchmark.middle(all.stream().map(Reading::cpuMicros).toList()),
                Benchmark.middle(all.stream().map(Reading::serverMicros).toList()));
    }
}
