import Foundation
import Speech

/// One recogniser for all tests of this process: compiling its corpus takes a moment.
enum Ears {
    static let shared: Result<EmbeddedRecognizer, any Error> = Result {
        var configuration = EmbeddedRecognizer.Configuration()
        configuration.cache = FileManager.default.temporaryDirectory.appendingPathComponent("parley-speech-tests").path
        return try EmbeddedRecognizer(DealershipSentences.corpus(), configuration: configuration)
    }

    /// Feeds the samples as a call would, 20 ms at a time.
    static func hear(_ samples: [Int16], on stream: any RecognitionStream) async throws -> Transcript {
        for start in stride(from: 0, to: samples.count, by: 320) {
            await stream.accept(Array(samples[start..<min(samples.count, start + 320)]))
        }
        return try await stream.finish()
    }
}
