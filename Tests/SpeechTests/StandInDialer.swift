import Speech
import Synchronization

/// Sockets to a provider that a test plays: what was sent is noted, and what is received is the test's to say.
final class StandInDialer: SocketDialer {
    final class Line: Socket {
        let request: SocketRequest
        private let receive: @Sendable (SocketEvent) -> Void
        private let state = Mutex((sent: [SocketMessage](), isClosed: false))
        /// Answers as the provider would, on a thread of its own.
        private let answer: @Sendable (Line, SocketMessage) -> Void

        init(
            _ request: SocketRequest, answer: @escaping @Sendable (Line, SocketMessage) -> Void,
            receive: @escaping @Sendable (SocketEvent) -> Void
        ) {
            self.request = request
            self.answer = answer
            self.receive = receive
        }

        func send(_ message: SocketMessage) {
            let isOpen = state.withLock { state in
                if !state.isClosed { state.sent.append(message) }
                return !state.isClosed
            }
            if isOpen { answer(self, message) }
        }

        func close() { state.withLock { $0.isClosed = true } }

        func say(_ event: SocketEvent) {
            if case .ended = event { state.withLock { $0.isClosed = true } }
            receive(event)
        }

        func say(_ text: String) { say(.message(.text(text))) }

        var isClosed: Bool { state.withLock { $0.isClosed } }

        var texts: [String] {
            state.withLock { $0.sent }.compactMap { if case .text(let text) = $0 { text } else { nil } }
        }

        var bytes: [UInt8] {
            state.withLock { $0.sent }.flatMap { if case .binary(let bytes) = $0 { bytes } else { [UInt8]() } }
        }
    }

    private let lines = Mutex<[Line]>([])
    private let open: @Sendable (Int, Line) -> Void
    private let answer: @Sendable (Line, SocketMessage) -> Void

    /// - Parameters:
    ///   - open: is given each line with its number, from 1; the rule is to open it.
    ///   - answer: is given each message.
    init(
        open: @escaping @Sendable (Int, Line) -> Void = { _, line in line.say(.opened) },
        answer: @escaping @Sendable (Line, SocketMessage) -> Void
    ) {
        self.open = open
        self.answer = answer
    }

    func dial(_ request: SocketRequest, receive: @escaping @Sendable (SocketEvent) -> Void) -> any Socket {
        let line = Line(request, answer: answer, receive: receive)
        let number = lines.withLock { lines in
            lines.append(line)
            return lines.count
        }
        open(number, line)
        return line
    }

    var all: [Line] { lines.withLock { $0 } }
}
