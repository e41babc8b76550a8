import CCurl
import Threads

/// The threads on which exchanges block, so that neither event loops nor tasks do.
package final class HTTPThreads: Sendable {
    package static let shared = HTTPThreads(threads: 4, capacity: 64)

    private let threads: ServiceThreads<Void>

    /// - Parameter capacity: exchanges that may wait for a thread.
    package init(threads: Int, capacity: Int) {
        _ = parley_curl_global_init()
        self.threads = ServiceThreads(name: "http", threads: threads, capacity: capacity, patience: .seconds(30)) {}
    }

    /// The answer; `overloaded` when too many exchanges wait already. Cancelling does not cut an exchange short that has
    /// begun: its own time limit does.
    package func run(_ exchange: HTTPExchange) async throws(HTTPError) -> HTTPAnswer {
        do {
            return try await threads.run { _ in try exchange.perform() }
        } catch let error as HTTPError {
            throw error
        } catch is ServiceThreadsError {
            throw .overloaded
        } catch {
            throw .cancelled
        }
    }
}
