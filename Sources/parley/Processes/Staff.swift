import Foundation
import Logging
import Peer
import Secure
import Session
import Speech
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
        let engines = try Business.engines(environment, settings.pack, logger)
        let business = try await Business.open(settings, chatModel: engines.chatModel)
        var services = CallServices(
            engines: engines, reception: business.reception, world: business.world,
            detection: Business.voiceDetection(environment, logger), certificate: try Certificate.selfSigned(),
            logger: logger)
        services.interfaces = InterfaceFilter(environment)
        services.redundancy = Redundancy(environment)
        return Staff(worker: VoiceWorker(options, services: services), business: business)
    }
}
