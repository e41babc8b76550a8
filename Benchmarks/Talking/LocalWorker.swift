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

/// A worker of this process, as `parley worker`, with other engines.
struct LocalWorker: Sendable {
    let services: CallServices
    private let worker: VoiceWorker

    /// - Parameter url: of a `parley dev` without a worker of its own.
    init(_ engines: SpeechEngines, for url: String) throws {
        guard let server = ServerURL(url) else { throw BenchFailure("\(url) is no server") }
        let world = try World(
            database: try Database(now: Date()), exchange: .inProcess(clock: { Date() }),
            domain: .dealership(timeZone: .gmt))
        services = CallServices(
            engines: engines, reception: Reception(world: world), world: world,
            detection: try Self.weights.map { try .silero(weights: $0) } ?? .energy,
            certificate: try Certificate.selfSigned(), logger: Self.quiet)
        var options = VoiceWorkerOptions(server: server, apiKey: "devkey", apiSecret: "secret")
        options.capacity = 100
        worker = VoiceWorker(options, services: services)
    }

    /// Takes calls while the body runs.
    func serve<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await worker.run()
                return nil
            }
            group.addTask {
                await worker.registered()
                return try await body()
            }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw BenchFailure("the worker ended")
        }
    }

    static var quiet: Logger {
        var logger = Logger(label: "bench")
        logger.logLevel = .critical
        return logger
    }

    /// The file of the voice activity network; `nil` where there is none: then loudness alone decides.
    private static var weights: String? {
        let file = Recordings.folder.appendingPathComponent("../../../.models/silero_vad_16k.safetensors").path
        return FileManager.default.fileExists(atPath: file) ? file : nil
    }
}
