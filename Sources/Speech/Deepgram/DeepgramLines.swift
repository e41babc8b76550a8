import Synchronization

/// The connections to Deepgram's `speak` endpoint that are not in use. Bounded: past `capacity` an idle one is closed.
final class DeepgramLines: Sendable {
    private static let capacity = 8

    private let request: SocketRequest
    private let timeout: Duration
    private let dialer: any SocketDialer
    private let idle = Mutex<[DeepgramLine]>([])

    init(_ request: SocketRequest, timeout: Duration, over dialer: any SocketDialer) {
        self.request = request
        self.timeout = timeout
        self.dialer = dialer
    }

    func warmUp() {
        let isCold = idle.withLock { idle in
            idle.removeAll { !$0.isUsable }
            return idle.isEmpty
        }
        if isCold { give(DeepgramLine(request, timeout: timeout, over: dialer)) }
    }

    /// The sound of a clause. An idle connection may have died unseen: then a new one is tried, once.
    func sound(of clause: String) -> AsyncThrowingStream<[UInt8], any Error> {
        let (stream, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
        let task = Task {
            do {
                let known = take()
                let line = known ?? DeepgramLine(request, timeout: timeout, over: dialer)
                let isSpoken = try await speak(clause, on: line, mayDie: known != nil, to: continuation)
                if !isSpoken {
                    let fresh = DeepgramLine(request, timeout: timeout, over: dialer)
                    _ = try await speak(clause, on: fresh, mayDie: false, to: continuation)
                }
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    /// Returns false when the connection broke before its first sound and may have been dead before.
    private func speak(
        _ clause: String, on line: DeepgramLine, mayDie: Bool,
        to out: AsyncThrowingStream<[UInt8], any Error>.Continuation
    ) async throws -> Bool {
        var isSilent = true
        do {
            for try await bytes in line.speak(clause) {
                isSilent = false
                out.yield(bytes)
            }
        } catch SpeechError.unreachable where mayDie && isSilent {
            return false
        }
        if Task.isCancelled { line.stop() }
        give(line)
        return true
    }

    private func take() -> DeepgramLine? {
        idle.withLock { idle in
            while let line = idle.popLast() {
                if line.isUsable { return line }
            }
            return nil
        }
    }

    private func give(_ line: DeepgramLine) {
        guard line.isUsable else { return line.close() }
        let isKept = idle.withLock { idle in
            guard idle.count < Self.capacity else { return false }
            idle.append(line)
            return true
        }
        if !isKept { line.close() }
    }
}
