import Conversation
import Document
import Evaluation
import Foundation
import Host
import Logging
import RoomServer
import Session
import Speech
import Store
import Transport
import Worker

/// One call's own room server, worker, conversation and database, in this process and on loopback.
struct CallBooth: Sendable {
    private static let key = "evaluation"
    private static let secret = "a secret of this process alone"

    let room: String
    let server: ForwardingServer
    let reception: Reception
    let log: any EventLog
    /// What the agent speaks with.
    let voice: NotedSynthesizer
    private let running: Task<Void, any Error>

    /// - Parameter room: also the name of the session.
    static func open(_ room: String, _ world: World, _ equipment: CallEquipment) async throws -> CallBooth {
        let server = try await ForwardingServer.start(
            RoomServerOptions(host: "127.0.0.1", httpPort: 0, mediaPort: 0, secrets: [key: secret]),
            logger: equipment.logger)
        guard let address = ServerURL(server.url) else {
            throw CommandFailure(.failed, "the room server is nowhere.")
        }
        let reception = Reception(world: world)
        var engines = equipment.engines
        let voice = NotedSynthesizer(engines.synthesizer)
        engines.synthesizer = voice
        let services = CallServices(
            engines: engines, reception: reception, world: world, detection: equipment.detection,
            certificate: equipment.certificate, logger: equipment.logger)
        let worker = VoiceWorker(
            VoiceWorkerOptions(server: address, apiKey: key, apiSecret: secret), services: services)
        let running = Task { try await worker.run() }
        await worker.registered()
        return CallBooth(
            room: room, server: server, reception: reception, log: world.log, voice: voice, running: running)
    }

    func close() async {
        running.cancel()
        _ = await running.result
        await server.stop()
    }

    /// A caller who joins the room.
    func telephone(_ equipment: CallEquipment, background: [Int16] = []) async throws -> Telephone {
        let telephone = try Telephone(background: background)
        try await telephone.join(
            room, at: server.url, key: (Self.key, Self.secret), certificate: equipment.certificate)
        return telephone
    }

    /// What the session's log tells after an event.
    func events(after sequence: Int) async -> [LoggedEvent] { await log.events(of: room, after: sequence) }

    /// Waits until the session is over; `nil` when it is not in time.
    func ending(within limit: Duration) async -> String? {
        let clock = ContinuousClock()
        let deadline = clock.now + limit
        while clock.now < deadline {
            for event in await events(after: 0) where event.type == "lifecycle" {
                if let reason = event.frame["session"]?["end_reason"]?.string { return reason }
            }
            try? await Task.sleep(for: .milliseconds(50))
        }
        return nil
    }
}
