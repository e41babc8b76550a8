import Foundation
import Host
import Logging
import Peer
import Secure
import Session
import Speech
import Store
import Transport
import Worker

/// A voice worker with everything its calls need.
struct Staff: Sendable {
    let worker: VoiceWorker
    let business: Business

    /// Starts the engines, opens the database, and makes the worker; it registers when it is run.
    static func hire(
        _ options: VoiceWorkerOptions, _ settings: BusinessSettings, logger: Logger
    ) async throws -> Staff {
        let environment = ProcessInfo.processInfo.environment
        let switchboard = try Switchboard.fromEnvironment(environment, logger)
        let engines = try Business.engines(environment, settings.pack, switchboard)
        var business = try await Business.open(settings, chatModel: engines.chatModel, logger: logger)
        business.employ(switchboard, environment, logger)
        var services = CallServices(
            engines: engines, reception: business.reception, world: business.world,
            detection: Business.voiceDetection(environment, logger), certificate: try Certificate.selfSigned(),
            logger: logger)
        services.interfaces = InterfaceFilter(environment)
        services.redundancy = Redundancy(environment)
        services.recordings = environment.value("PARLEY_RECORDINGS")
        return Staff(worker: VoiceWorker(options, services: services), business: business)
    }

    /// What has to be done beside the calls.
    func chores(_ environment: [String: String], logger: Logger) -> [@Sendable () async -> Void] {
        let heartbeat = Heartbeat(
            worker: worker, registry: business.world.exchange.workers, process: business.world.process,
            file: environment.value("PARLEY_HEARTBEAT_FILE"), logger: logger)
        return business.chores + [{ await heartbeat.run() }]
    }
}
