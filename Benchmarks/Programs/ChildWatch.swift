import Dispatch
import Foundation
import Synchronization

/// Knows which programs were started, and ends them when this one is told to end.
final class ChildWatch {
    private static let living = Mutex<Set<Int32>>([])
    private static let ending = Mutex(false)
    private let sources: [any DispatchSourceSignal]

    static func add(_ process: Int32) { living.withLock { _ = $0.insert(process) } }
    static func remove(_ process: Int32) { living.withLock { _ = $0.remove(process) } }

    /// This program was told to end: what is measured now is worth nothing.
    static var isEnding: Bool { ending.withLock { $0 } }

    /// From now on SIGINT, SIGTERM and SIGHUP end what was started, and then this program.
    init() {
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                Self.ending.withLock { $0 = true }
                for process in Self.living.withLock({ $0 }) { kill(process, SIGTERM) }
                sleep(2)
                for process in Self.living.withLock({ $0 }) { kill(process, SIGKILL) }
                exit(128 + number)
            }
            source.resume()
            return source
        }
    }

    func stop() {
        for source in sources { source.cancel() }
    }
}
