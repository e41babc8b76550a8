import Document
package import HTTP
package import Logging
import Synchronization

/// Sends spans to a collector, in batches and beside everything else.
///
/// Bounded: 2048 spans wait; what comes then is counted and dropped. A batch that the collector could not take now is tried
/// once more with the next; one that it refuses is dropped.
package final class SpanExporter: Sendable {
    private static let capacity = 2_048
    private static let batch = 512
    /// The collector is busy or away (OTLP/HTTP, retryable answers).
    private static let retryable: Set = [429, 502, 503, 504]

    private struct State {
        var spans: [Span] = []
        var dropped = 0
        /// The first of the spans were tried before.
        var isSecondTry = false
    }

    private let state = Mutex(State())
    private let settings: ExporterSettings
    private let threads: HTTPThreads
    private let logger: Logger

    package init(_ settings: ExporterSettings, threads: HTTPThreads = .shared, logger: Logger) {
        self.settings = settings
        self.threads = threads
        self.logger = logger
    }

    package var dropped: Int { state.withLock { $0.dropped } }

    package func add(_ spans: [Span]) {
        state.withLock { state in
            let taken = spans.prefix(Self.capacity - state.spans.count)
            state.spans += taken
            state.dropped += spans.count - taken.count
        }
    }

    /// Sends until its task is cancelled, and once more then.
    package func run(every pause: Duration = .seconds(5)) async {
        while !Task.isCancelled {
            await flush()
            try? await Task.sleep(for: pause)
        }
        await Task { await flush() }.value
    }

    /// Sends everything that waits, until the collector does not take it.
    package func flush() async {
        while true {
            let (spans, isSecondTry) = state.withLock { state in
                let spans = Array(state.spans.prefix(Self.batch))
                state.spans.removeFirst(spans.count)
                return (spans, state.isSecondTry)
            }
            guard !spans.isEmpty else { return }
            if await send(spans) {
                state.withLock { $0.isSecondTry = false }
                continue
            }
            state.withLock { state in
                state.isSecondTry = !isSecondTry
                guard !isSecondTry, state.spans.count + spans.count <= Self.capacity else {
                    state.dropped += spans.count
                    return
                }
                state.spans.insert(contentsOf: spans, at: 0)
            }
            return
        }
    }

    /// Whether nothing more is to be done about these spans.
    private func send(_ spans: [Span]) async -> Bool {
        let exchange = HTTPExchange(
            .post, settings.url, fields: [("Content-Type", "application/json")] + settings.fields,
            body: Span.message(spans, service: settings.service).bytes, timeout: .seconds(10))
        do throws(HTTPError) {
            let answer = try await threads.run(exchange)
            if Self.retryable.contains(answer.status) { return false }
            guard !(200..<300).contains(answer.status) else { return true }
            state.withLock { $0.dropped += spans.count }
            logger.warning("the collector refuses traces", metadata: ["status": "\(answer.status)"])
            return true
        } catch {
            logger.debug("the collector cannot be reached", metadata: ["error": "\(error)"])
            return false
        }
    }
}
