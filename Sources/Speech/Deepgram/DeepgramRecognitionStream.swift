import Synchronization
import Timing

/// One call's ear at Deepgram: drives `DeepgramListening` with a socket and the clock.
final class DeepgramRecognitionStream: RecognitionStream {
    private typealias Core = DeepgramListening

    private struct State {
        var core: Core
        /// What happened and was not handled yet: whoever finds nobody handling does it, so that outputs stay in order.
        var inputs: [(Core.Input, line: Int?)] = []
        var isHandling = false
        var isClosed = false
        var socket: (any Socket)?
        /// Counts the connections: what an old one says is not heard.
        var line = 0
        var finishes: [Int: Finish] = [:]
        var lastFinish = 0
        var wakingAt: Instant?
        var waking: Task<Void, Never>?
    }

    private struct Finish {
        let askedAt: Instant
        let continuation: CheckedContinuation<Transcript, any Error>
    }

    let partials: AsyncStream<Hypothesis>
    private let partialsOut: AsyncStream<Hypothesis>.Continuation
    private let request: SocketRequest
    private let dialer: any SocketDialer
    private let state: Mutex<State>

    init(_ request: SocketRequest, timeout: Duration, over dialer: any SocketDialer) {
        self.request = request
        self.dialer = dialer
        state = Mutex(State(core: Core(timeout: timeout, luck: .random(in: 0..<1))))
        (partials, partialsOut) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        handle(.prepare)
    }

    deinit {
        partialsOut.finish()
        state.withLock { $0.waking?.cancel() }
    }

    func accept(_ samples: [Int16]) async {
        handle(.samples(samples))
    }

    func restart(vocabulary: String) {
        handle(.restart)
    }

    func finish() async throws -> Transcript {
        let number = state.withLock { state in
            state.lastFinish += 1
            return state.lastFinish
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isClosed = state.withLock { state in
                    if !state.isClosed {
                        state.finishes[number] = Finish(askedAt: .monotonic(), continuation: continuation)
                    }
                    return state.isClosed
                }
                if isClosed { return continuation.resume(throwing: SpeechError.cancelled) }
                handle(.finish(number))
                if Task.isCancelled { answer(number, .failure(.cancelled)) }
            }
        } onCancel: {
            answer(number, .failure(.cancelled))
        }
    }

    func close() {
        let (socket, waiting) = state.withLock { state in
            defer {
                state.isClosed = true
                state.socket = nil
                state.finishes = [:]
            }
            state.waking?.cancel()
            return (state.socket, state.finishes)
        }
        for finish in waiting.values { finish.continuation.resume(throwing: SpeechError.cancelled) }
        socket?.send(.text(#"{"type":"CloseStream"}"#))
        socket?.close()
        partialsOut.finish()
    }

    private func answer(_ number: Int, _ result: Result<Transcript, SpeechError>) {
        guard let finish = state.withLock({ $0.finishes.removeValue(forKey: number) }) else { return }
        switch result {
        case .success(var transcript):
            transcript.processingTime = .monotonic() - finish.askedAt
            finish.continuation.resume(returning: transcript)
        case .failure(let error): finish.continuation.resume(throwing: error)
        }
    }
}

// The drive.
extension DeepgramRecognitionStream {
    /// - Parameter line: the connection it comes from; `nil` when it comes from the call.
    private func handle(_ input: Core.Input, line: Int? = nil) {
        let isMine = state.withLock { state in
            state.inputs.append((input, line))
            defer { state.isHandling = true }
            return !state.isHandling
        }
        guard isMine else { return }
        while let outputs = next() {
            for output in outputs { perform(output) }
        }
    }

    /// What the next input leads to; `nil` when there is none.
    private func next() -> [Core.Output]? {
        state.withLock { state in
            guard !state.inputs.isEmpty, !state.isClosed else {
                state.inputs = []
                state.isHandling = false
                return nil
            }
            let (input, line) = state.inputs.removeFirst()
            guard line == nil || line == state.line else { return [] }
            let outputs = state.core.handle(input, now: .monotonic())
            wake(&state)
            return outputs
        }
    }

    private func perform(_ output: Core.Output) {
        switch output {
        case .dial: dial()
        case .hangUp: hangUp()
        case .send(let message): state.withLock { $0.socket }?.send(message)
        case .hear(let hypothesis): partialsOut.yield(hypothesis)
        case .finished(let number, let result): answer(number, result)
        }
    }

    private func dial() {
        let line = state.withLock { state in
            state.line += 1
            return state.line
        }
        let socket = dialer.dial(request) { [weak self] event in
            switch event {
            case .opened: self?.handle(.opened, line: line)
            case .message(let message): self?.handle(.message(message), line: line)
            case .ended(let error): self?.handle(.lost(error), line: line)
            }
        }
        let isCurrent = state.withLock { state in
            if state.line == line, !state.isClosed { state.socket = socket }
            return state.line == line && !state.isClosed
        }
        if !isCurrent { socket.close() }
    }

    private func hangUp() {
        let socket = state.withLock { state in
            state.line += 1
            defer { state.socket = nil }
            return state.socket
        }
        socket?.close()
    }

    /// Sees to it that somebody looks at the clock when the core wants it.
    private func wake(_ state: inout State) {
        guard let deadline = state.core.nextDeadline else { return }
        if let waking = state.wakingAt, waking <= deadline { return }
        state.waking?.cancel()
        state.wakingAt = deadline
        state.waking = Task { [weak self] in
            let wait = deadline - .monotonic()
            if wait > .zero { try? await Task.sleep(for: wait) }
            if !Task.isCancelled { self?.awake() }
        }
    }

    private func awake() {
        state.withLock { $0.wakingAt = nil }
        handle(.tick)
    }
}
