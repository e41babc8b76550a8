import Foundation
import Host
import Logging
import Pack
import Speech
import Store
import Telemetry

extension Business {
    /// Has what engines do written down and paid for, their connections kept warm, and their turns traced where the
    /// environment names a collector.
    mutating func employ(_ switchboard: Switchboard, _ environment: [String: String], _ logger: Logger) {
        let ledger = UsageLedger(world, switchboard: switchboard, logger: logger)
        switchboard.add(ledger)
        switchboard.obey(ledger)
        engineChores = [{ await ledger.run() }, { await switchboard.keepWarm() }]
        if let settings = ExporterSettings(environment) {
            let exporter = SpanExporter(settings, logger: logger)
            let tracer = TurnTracer(exporter)
            switchboard.add(tracer)
            engineChores += [{ await exporter.run() }, { [log = world.log] in await tracer.run(log) }]
        }
        self.switchboard = switchboard
    }

    /// Engines for a process that keeps no books.
    static func engines(
        _ environment: [String: String], _ pack: BusinessPack, _ logger: Logger
    ) throws(CommandFailure) -> SpeechEngines {
        try engines(environment, pack, try Switchboard.fromEnvironment(environment, logger))
    }

    /// A language model for a process that keeps no books.
    static func chatModel(
        _ environment: [String: String], _ logger: Logger
    ) throws(CommandFailure) -> (any ChatModel)? {
        try chatModel(environment, try Switchboard.fromEnvironment(environment, logger))
    }
}
