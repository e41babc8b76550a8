import Foundation
import Speech

/// One recogniser for all tests of this process: compiling its corpus takes a moment.
enum Ears {
    static let corpus = DealershipSentences.corpus()
    static let cache = FileManager.default.temporaryDirectory.appendingPathComponent("parley-speech-tests").path

    private static let shared: Result<EmbeddedRecognizer, any Error> = Result { try make() }

    static func get() async throws -> EmbeddedRecognizer {
        try await offPool { try shared.get() }
    }

    static func make(decoders: Int = 8) throws -> EmbeddedRecognizer {
        var configuration = EmbeddedRecognizer.Configuration()
        configuration.cache = cache
        configuration.decoders = decoders
        return try EmbeddedRecognizer(corpus, configuration: configuration)
    }

    /// Runs blocking work on a thread of its own: tests share few cooperative threads, and some measure time.
    static func offPool<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
        }
    }

    /// Feeds the samples as a call would, 20 ms at a time.
    static func hear(_ samples: [Int16], on stream: any RecognitionStream) async throws -> Transcript {
        for start in stride(from: 0, to: samples.count, by: 320) {
            await stream.accept(Array(samples[start..<min(samples.count, start + 320)]))
        }
        return try await stream.finish()
    }
}
