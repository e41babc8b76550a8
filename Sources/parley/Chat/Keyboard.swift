import Foundation
import Synchronization

/// Standard input, a line at a time: the next is read when somebody asks for it.
final class Keyboard: Sendable {
    private struct State {
        var lines = TypedLines()
        var waiting: [TypedLine] = []
        var isOver = false
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "parley.keyboard")

    /// Whether a person sits at it.
    var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// The next line; `nil` at the end of the input.
    func next() async -> TypedLine? {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.read()) }
        }
    }

    /// Blocks until there is a line.
    private func read() -> TypedLine? {
        state.withLock { state in
            while state.waiting.isEmpty, !state.isOver {
                let bytes = Self.bytes()
                state.waiting += state.lines.take(bytes)
                if bytes.isEmpty {
                    state.isOver = true
                    if let last = state.lines.finish() { state.waiting.append(last) }
                }
            }
            return state.waiting.isEmpty ? nil : state.waiting.removeFirst()
        }
    }

    /// What was typed, as soon as something was; empty at the end of the input.
    private static func bytes() -> ArraySlice<UInt8> {
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        var count = -1
        repeat {
            count = buffer.withUnsafeMutableBytes { Foundation.read(STDIN_FILENO, $0.baseAddress, $0.count) }
        } while count < 0 && errno == EINTR
        return buffer.prefix(max(0, count))
    }
}
