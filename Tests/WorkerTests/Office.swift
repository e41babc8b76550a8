import Audio
import Conversation
import Dealership
import Document
import Foundation
import Host
import Logging
import NIOPosix
import RoomServer
import Secure
import Session
import Speech
import Store
import Testing
import Transport
import Worker

/// A room server and a worker in this process, with embedded engines and a dealership in memory.
final class Office: Sendable {
    static let key = "devkey"
    static let secret = "secret"

    /// Made once: compiling the language models takes a while.
    private static let engines = Result {
        var corpus = RecognitionCorpus()
        for (vocabulary, sentences) in Corpus(.dealership(timeZone: .gmt)).sentences {
            corpus.add(sentences, to: vocabulary)
        }
        return try SpeechEngines.fromEnvironment([:], corpus: corpus, logger: Logger(label: "test"))
    }
    private static let certificate = Result { try Certificate.selfSigned() }

    let server: ForwardingServer
    let worker: VoiceWorker
    let log = MemoryEventLog()
    let exchange: Exchange
    /// Makes what another process on the same stores would have.
    let services: @Sendable () throws -> CallServices
    let reception: Reception
    private let running: Task<Void, any Error>

    var url: String { server.url }

    private init(
        server: ForwardingServer, engines own: SpeechEngines?, tune: @escaping @Sendable (inout CallServices) -> Void,
        options turnOn: (inout VoiceWorkerOptions) -> Void
    ) throws {
        self.server = server
        var quiet = Logger(label: "test")
        quiet.logLevel = ProcessInfo.processInfo.environment["PARLEY_TEST_LOG"] == nil ? .critical : .debug
        let holdings = MemoryHoldings()
        exchange = Exchange(
            log: log, bus: MemoryCommandBus(holdings: holdings), holdings: holdings,
            directory: MemorySessionDirectory())
        let (exchange, database) = (exchange, try Database(now: Date()))
        let (sessions, checkpoints) = (MemorySessionStore(), MemoryCheckpointStore())
        let engines = if let own { own } else { try Self.engines.get() }
        let (certificate, logger) = (try Self.certificate.get(), quiet)
        services = {
            let world = try World(
                database: database, sessions: sessions, exchange: exchange, checkpoints: checkpoints,
                domain: .dealership(timeZone: .gmt), responder: SimulatedResponder(delay: 1...2, availability: 1),
                model: engines.chatModel)
            var services = CallServices(
                engines: engines, reception: Reception(world: world), world: world, detection: .energy,
                certificate: certificate, logger: logger)
            tune(&services)
            return services
        }
        let services = try services()
        reception = services.reception
        var options = VoiceWorkerOptions(
            server: try #require(ServerURL(server.url)), apiKey: Self.key, apiSecret: Self.secret)
        turnOn(&options)
        let worker = VoiceWorker(options, services: services)
        self.worker = worker
        running = Task { try await worker.run() }
    }

    /// Opens an office, lets the body call, and closes it.
    /// - Parameters:
    ///   - engines: instead of the embedded ones.
    ///   - tune: what else is different about its calls.
    static func open(
        engines: SpeechEngines? = nil, tune: @escaping @Sendable (inout CallServices) -> Void = { _ in },
        options: (inout VoiceWorkerOptions) -> Void = { _ in }, _ body: (Office) async throws -> Void
    ) async throws {
        var quiet = Logger(label: "server")
        quiet.logLevel = .critical
        let server = try await ForwardingServer.start(
            RoomServerOptions(host: "127.0.0.1", httpPort: 0, mediaPort: 0, secrets: [key: secret]), logger: quiet)
        let office = try Office(server: server, engines: engines, tune: tune, options: options)
        await office.worker.registered()
        do {
            try await body(office)
        } catch {
            await office.close()
            throw error
        }
        await office.close()
    }

    private func close() async {
        running.cancel()
        _ = await running.result
        await server.stop()
    }

    /// What a second signal does.
    func cutOff() { running.cancel() }

    /// Waits for the worker's end.
    func workerEnded() async throws { try await running.value }

    /// A caller whose session has the room's name.
    func call(
        _ room: String, as identity: String = "ann", attributes: [String: String] = [:]
    ) async throws -> Phone {
        let phone = try Phone(identity, attributes: attributes)
        try await phone.join(room, at: url)
        return phone
    }

    func transcript(_ session: String) -> [String] {
        log.events(of: session, after: 0).compactMap { logged in
            guard logged.type == "transcript" else { return nil }
            let frame = logged.frame
            return "\(frame["role"]?.string ?? ""): \(frame["content"]?.string ?? "")"
        }
    }

    /// Why the session ended; `nil` while it lives.
    func ending(of session: String) -> String? {
        log.events(of: session, after: 0).compactMap { logged -> String? in
            logged.type == "lifecycle" ? logged.frame["session"]?["end_reason"]?.string : nil
        }.last
    }

    func latencies(of session: String) -> [Latency] {
        log.events(of: session, after: 0).compactMap { logged in
            logged.type == "latency" ? try? logged.frame["data"]?.decoded(as: Latency.self) : nil
        }
    }

    /// What the history was told of replies that were cut off.
    func cuts(of session: String) -> [String] {
        log.events(of: session, after: 0).compactMap { logged in
            logged.type == "turn" ? logged.frame["heard"]?.string : nil
        }
    }

    /// Polls until the session has ended.
    func waitForEnd(of session: String, within limit: Duration = .seconds(10)) async throws -> String {
        let clock = ContinuousClock()
        let deadline = clock.now + limit
        while clock.now < deadline {
            if let reason = ending(of: session) { return reason }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("the session did not end within \(limit)")
        return ""
    }
}
