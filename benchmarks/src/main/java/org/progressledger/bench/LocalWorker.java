package org.progressledger.bench;

/** A process with one of the contenders that need today's driver. */
final class LocalWorker {

    private LocalWorker() {}

    public static void main(String[] arguments) throws Exception {
        Contender.Maker maker = switch (arguments[0]) {
            case "raw" -> RawDriver::new;
            case "axon-mongo" -> Engine::axonMongo;
            case "ledger" -> Ledger::new;
            case "ledger-axon" -> Engine::ofLedger;
            case "ledger-forwarding" -> Ledger::forwarding;
            default -> throw new IllegalArgumentException("No contender: " + arguments[0]);
        };
        Worker.serve(maker, arguments[1], arguments[2]);
        System.exit(0);
    }
}
