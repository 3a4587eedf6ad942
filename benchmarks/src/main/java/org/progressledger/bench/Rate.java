package org.progressledger.bench;

import java.util.List;

/** What a worker says of appends. */
record Rate(double perSecond, double p50, double p99, double max, double cpuMicros, double serverMicros) {

    static Rate of(String answer, long serverNanos) {
        String[] told = answer.split(" ");
        return new Rate(
                Double.parseDouble(told[0]),
                Double.parseDouble(told[1]),
                Double.parseDouble(told[2]),
                Double.parseDouble(told[3]),
                Double.parseDouble(told[5]),
                serverNanos / 1e3 / Math.max(1, Double.parseDouble(told[4])));
    }

    static Rate median(List<Rate> rates) {
        return new Rate(
                Benchmark.middle(rates.stream().map(Rate::perSecond).toList()),
                Benchmark.middle(rates.stream().map(Rate::p50).toList()),
                Benchmark.middle(rates.stream().map(Rate::p99).toList()),
                Benchmark.middle(rates.stream().map(Rate::max).toList()),
                Benchmark.middle(rates.stream().map(Rate::cpuMicros).toList()),
                Benchmark.middle(rates.stream().map(Rate::serverMicros).toList()));
    }

    /** That of two processes together, beside each other: what a core took is the mean of both. */
    Rate beside(Rate other) {
        return new Rate(
                perSecond + other.perSecond,
                Math.max(p50, other.p50),
                Math.max(p99, other.p99),
                Math.max(max, other.max),
                (cpuMicros + other.cpuMicros) / 2,
                0);
    }
}
