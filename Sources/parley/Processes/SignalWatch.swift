@preconcurrency import Dispatch
import Foundation
import Synchronization

/// Takes one step each time the user or the system asks the process to end (SIGINT, SIGTERM). After the last step the next
/// signal ends the process at once.
final class SignalWatch: Sendable {
    /// The steps that are left.
    private final class Steps: Sendable {
        private let left: Mutex<[@Sendable () -> Void]>

        init(_ steps: [@Sendable () -> Void]) {
            left = Mutex(steps)
        }

        /// The next step, and whether it is the last.
        func take() -> (step: (@Sendable () -> Void)?, isLast: Bool) {
            left.withLock { left in
                let step = left.isEmpty ? nil : left.removeFirst()
                return (step, left.isEmpty)
            }
        }
    }

    private static let signals = [SIGINT, SIGTERM]

    private let sources: [any DispatchSourceSignal]

    init(_ steps: (@Sendable () -> Void)...) {
        let steps = Steps(steps)
        sources = Self.signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                let (step, isLast) = steps.take()
                if isLast { for number in Self.signals { signal(number, SIG_DFL) } }
                step?()
            }
            source.resume()
            return source
        }
    }

    func stop() {
        for source in sources { source.cancel() }
    }
}
