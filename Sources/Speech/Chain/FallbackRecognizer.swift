package import Logging
import Synchronization

/// Asks one recogniser, and another with the same sound when the first fails. While the first is resting after failures
/// the second hears the call as it is spoken.
package final class FallbackRecognizer: SpeechRecognizer {
    private let primary: any SpeechRecognizer
    private let secondary: any SpeechRecognizer
    private let gate: Gate

    package init(
        _ primary: any SpeechRecognizer, else secondary: any SpeechRecognizer,
        breaker: CircuitBreaker = CircuitBreaker(), logger: Logger
    ) {
        self.primary = primary
        self.secondary = secondary
        gate = Gate("recognizer", breaker: breaker, logger: logger)
    }

    package func makeStream(vocabulary: String) async throws -> any RecognitionStream {
        let second = try await secondary.makeStream(vocabulary: vocabulary)
        do {
            return FallbackRecognitionStream(try await primary.makeStream(vocabulary: vocabulary), second, gate)
        } catch {
            _ = gate.failed(error)
            return second
        }
    }
}

/// Keeps the utterance's sound until the first engine has answered.
private final class FallbackRecognitionStream: RecognitionStream {
    private struct Utterance {
        /// Which engine hears it; decided by its first samples.
        var usesPrimary: Bool?
        var samples: [Int16] = []
    }

    /// Sound kept for the second engine; the oldest is dropped beyond it.
    private static let longestUtterance = 30 * 16_000

    let partials: AsyncStream<Hypothesis>
    private let primary: any RecognitionStream
    private let secondary: any RecognitionStream
    private let gate: Gate
    private let utterance = Mutex(Utterance())

    init(_ primary: any RecognitionStream, _ secondary: any RecognitionStream, _ gate: Gate) {
        self.primary = primary
        self.secondary = secondary
        self.gate = gate
        let (stream, continuation) = AsyncStream<Hypothesis>.makeStream(bufferingPolicy: .bufferingNewest(1))
        partials = stream
        let task = Task { [first = primary.partials, second = secondary.partials] in
            await withTaskGroup(of: Void.self) { group in
                for partials in [first, second] {
                    group.addTask { for await partial in partials { continuation.yield(partial) } }
                }
            }
            continuation.finish()
        }
        continuation.onTermination = { _ in task.cancel() }
    }

    deinit { close() }

    func accept(_ samples: [Int16]) async {
        let usesPrimary = utterance.withLock { utterance in
            let choice = utterance.usesPrimary ?? gate.mayAsk()
            utterance.usesPrimary = choice
            guard choice else { return false }
            utterance.samples += samples
            let excess = utterance.samples.count - Self.longestUtterance
            if excess > 0 { utterance.samples.removeFirst(excess) }
            return true
        }
        await (usesPrimary ? primary : secondary).accept(samples)
    }

    func finish() async throws -> Transcript {
        let utterance = utterance.withLock { utterance in
            defer { utterance = Utterance() }
            return utterance
        }
        guard let usesPrimary = utterance.usesPrimary else { return Transcript(text: "") }
        guard usesPrimary else { return try await secondary.finish() }
        do {
            let transcript = try await primary.finish()
            gate.succeeded()
            return transcript
        } catch {
            guard gate.failed(error), !Task.isCancelled else { throw error }
        }
        await secondary.accept(utterance.samples)
        return try await secondary.finish()
    }

    func restart(vocabulary: String) {
        utterance.withLock { $0 = Utterance() }
        primary.restart(vocabulary: vocabulary)
        secondary.restart(vocabulary: vocabulary)
    }

    func close() {
        primary.close()
        secondary.close()
    }
}
