import Synchronization
import Timing

/// One connection to Deepgram's `speak` endpoint: drives `DeepgramSpeaking` with a socket and the clock.
final class DeepgramLine: Sendable {
    private typealias Core = DeepgramSpeaking
    typealias Sound = AsyncThrowingStream<[UInt8], any Error>

    private struct State {
        var core: Core
        /// What happened and was not handled yet: whoever finds nobody handling does it, so that outputs stay in order.
        var inputs: [Core.Input] = []
        var isHandling = false
        var socket: (any Socket)?
        var out: Sound.Continuation?
        var waking: Task<Void, Never>?
    }

    private let state: Mutex<State>

    init(_ request: SocketRequest, timeout: Duration, over dialer: any SocketDialer) {
        state = Mutex(State(core: Core(timeout: timeout)))
        let socket = dialer.dial(request) { [weak self] event in
            switch event {
            case .opened: self?.handle(.opened)
            case .message(let message): self?.handle(.message(message))
            case .ended(let error): self?.handle(.lost(error))
            }
        }
        state.withLock { $0.socket = socket }
        // It may have opened before anybody could send.
        handle(.tick)
    }

    deinit { state.withLock { $0.waking?.cancel() } }

    var isUsable: Bool { state.withLock { $0.core.isUsable } }

    /// The sound of a clause. One at a time; ends early when its task is cancelled, and then `stop` is due.
    func speak(_ clause: String) -> Sound {
        let (stream, continuation) = Sound.makeStream()
        state.withLock { $0.out = continuation }
        handle(.speak(clause))
        return stream
    }

    func stop() {
        handle(.stop)
    }

    func close() {
        let socket = state.withLock { state in
            defer { state.socket = nil }
            return state.socket
        }
        socket?.send(.text(#"{"type":"Close"}"#))
        socket?.close()
    }

    private func handle(_ input: Core.Input) {
        let isMine = state.withLock { state in
            state.inputs.append(input)
            // Before the socket is known nothing can be sent.
            defer { state.isHandling = state.socket != nil }
            return !state.isHandling && state.socket != nil
        }
        guard isMine else { return }
        while let outputs = next() {
            for output in outputs { perform(output) }
        }
    }

    private func next() -> [Core.Output]? {
        state.withLock { state in
            guard !state.inputs.isEmpty else {
                state.isHandling = false
                return nil
            }
            let outputs = state.core.handle(state.inputs.removeFirst(), now: .monotonic())
            wake(&state)
            return outputs
        }
    }

    private func perform(_ output: Core.Output) {
        switch output {
        case .send(let text): state.withLock { $0.socket }?.send(.text(text))
        case .sound(let bytes): state.withLock { $0.out }?.yield(bytes)
        case .done: takeOut()?.finish()
        case .failed(let error): takeOut()?.finish(throwing: error)
        case .hangUp: close()
        }
    }

    private func takeOut() -> Sound.Continuation? {
        state.withLock { state in
            defer { state.out = nil }
            return state.out
        }
    }

    private func wake(_ state: inout State) {
        state.waking?.cancel()
        guard let deadline = state.core.nextDeadline else { return }
        state.waking = Task { [weak self] in
            let wait = deadline - .monotonic()
            if wait > .zero { try? await Task.sleep(for: wait) }
            if !Task.isCancelled { self?.handle(.tick) }
        }
    }
}
