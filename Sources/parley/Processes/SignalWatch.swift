@preconcurrency import Dispatch
import Foundation

/// Calls back when the user or the system asks the process to end; the second time the process ends at once.
final class SignalWatch: Sendable {
    private let sources: [any DispatchSourceSignal]

    init(_ callback: @escaping @Sendable () -> Void) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                signal(number, SIG_DFL)
                callback()
            }
            source.resume()
            return source
        }
    }

    func stop() {
        for source in sources { source.cancel() }
    }
}
