import ArgumentParser
import CAllocator
import Dealership
import Foundation
import Host
import Logging
import Secure
import Session
import Speech
import Store
import Transport
import Worker

/// `parley-bench talking-worker`: a worker as `parley worker`, with engines that cost nothing. Prints `ready` when it takes
/// calls, and takes them until it is ended.
struct TalkingWorker: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "talking-worker", abstract: "A worker with engines that cost nothing.", shouldDisplay: false)

    @Option var url: String
    @Option var seconds: Double
    /// The weights of the voice activity network; loudness alone without.
    @Option var weights: String?

    func run() throws {
        _ = parley_limit_arenas(2)
        let (url, seconds, weights) = (url, seconds, weights)
        try Visitors.run { try await Self.serve(url, seconds, weights) }
    }

    private static func serve(_ url: String, _ seconds: Double, _ weights: String?) async throws {
        guard let server = ServerURL(url) else { throw BenchFailure("\(url) is no server") }
        var logger = Logger(label: "bench")
        logger.logLevel = .critical
        let world = try World(
            database: try Database(now: Date()), exchange: .inProcess(clock: { Date() }),
            domain: .dealership(timeZone: .gmt))
        let engines = SpeechEngines(
            recognizer: PromptRecognizer(), synthesizer: PreparedSynthesizer(sound: try PreparedSound(seconds: seconds))
        )
        let services = CallServices(
            engines: engines, reception: Reception(world: world), world: world,
            detection: try weights.map { try .silero(weights: $0) } ?? .energy,
            certificate: try Certificate.selfSigned(),
            logger: logger)
        var options = VoiceWorkerOptions(server: server, apiKey: "devkey", apiSecret: "secret")
        options.capacity = 100
        let worker = VoiceWorker(options, services: services)
        let running = Task { try await worker.run() }
        await worker.registered()
        FileHandle.standardOutput.write(Data("ready\n".utf8))
        try await running.value
    }
}
