import Timing

extension WorkerRegistration {
    /// The life of the connection: when to connect, register, report, ping, give up.
    struct StateMachine: Sendable {
        private enum State: Sendable {
            case idle
            case connecting
            /// The socket stands, our registration is sent.
            case registering(deadline: Instant)
            case registered(Registered)
            /// The socket is to be closed; its end is awaited.
            case closing
            /// Disconnected until then.
            case waiting(until: Instant)
            case stopped
        }

        private struct Registered: Sendable {
            var nextUpdate: Instant
            var nextPing: Instant
            var lastHeard: Instant
            var answersPings = false
        }

        /// What a fired timer asks for.
        enum OnTimer: Hashable {
            case connect, disconnect, update, ping, none
        }

        /// What the end of the socket asks for.
        enum OnEnded: Hashable {
            case wait
            case stop(WorkerStop)
            case none
        }

        let timing: WorkerTiming
        private var state = State.idle
        /// Failures since the last registration.
        private var failures = 0
        /// A server has taken this worker once.
        private var wasRegistered = false
        /// Told to stop: the end of the socket is the end of the worker.
        private var isStopping = false

        init(timing: WorkerTiming) {
            self.timing = timing
        }

        var isRegistered: Bool {
            if case .registered = state { true } else { false }
        }

        var isStopped: Bool {
            if case .stopped = state { true } else { false }
        }

        var timeout: Instant? {
            switch state {
            case .idle, .connecting, .closing, .stopped: nil
            case .registering(let deadline): deadline
            case .waiting(let until): until
            case .registered(let connection):
                min(connection.nextUpdate, connection.nextPing, silence(connection) ?? connection.nextPing)
            }
        }

        /// Whether to connect now.
        mutating func start() -> Bool {
            guard case .idle = state else { return false }
            state = .connecting
            return true
        }

        /// Whether to send the registration.
        mutating func opened(now: Instant) -> Bool {
            guard case .connecting = state else { return false }
            state = .registering(deadline: now + timing.registration)
            return true
        }

        /// Whether this is news: the server has taken the worker.
        mutating func registered(now: Instant) -> Bool {
            guard case .registering = state else { return false }
            failures = 0
            wasRegistered = true
            state = .registered(
                Registered(nextUpdate: now + timing.update, nextPing: now + timing.ping, lastHeard: now))
            return true
        }

        /// Any message came; `isPong` when it answers a ping.
        mutating func heard(isPong: Bool, now: Instant) {
            guard case .registered(var connection) = state else { return }
            connection.lastHeard = now
            if isPong { connection.answersPings = true }
            state = .registered(connection)
        }

        /// A report was sent out of turn: the next one is due a full period later.
        mutating func updated(now: Instant) {
            guard case .registered(var connection) = state else { return }
            connection.nextUpdate = now + timing.update
            state = .registered(connection)
        }

        mutating func ended(status: Int?, now: Instant) -> OnEnded {
            switch state {
            case .idle, .waiting, .stopped: return .none
            case .connecting, .registering, .registered, .closing: break
            }
            if isStopping { return stop(.requested) }
            if status == 401 || status == 403 { return stop(.unauthorized) }
            failures += 1
            if !wasRegistered {
                if status == 404 { return stop(.noWorkersHere) }
                if failures >= timing.firstAttempts { return stop(.unreachable(attempts: failures)) }
            }
            state = .waiting(until: now + min(timing.retryStep * failures, timing.retryLimit))
            return .wait
        }

        /// Stops for good; `true` when a socket has to be closed first.
        mutating func requestStop() -> (disconnect: Bool, ended: OnEnded) {
            switch state {
            case .stopped: return (false, .none)
            case .idle, .waiting: return (false, stop(.requested))
            case .connecting, .registering, .registered:
                isStopping = true
                state = .closing
                return (true, .none)
            case .closing:
                isStopping = true
                return (false, .none)
            }
        }

        /// The next thing that is due; ask again until there is none.
        mutating func timerFired(now: Instant) -> OnTimer {
            switch state {
            case .idle, .connecting, .closing, .stopped: return .none
            case .waiting(let until):
                guard until <= now else { return .none }
                state = .connecting
                return .connect
            case .registering(let deadline):
                guard deadline <= now else { return .none }
                state = .closing
                return .disconnect
            case .registered(let connection): return timerFired(connection, now: now)
            }
        }

        private mutating func timerFired(_ connection: Registered, now: Instant) -> OnTimer {
            var connection = connection
            if let silence = silence(connection), silence <= now {
                state = .closing
                return .disconnect
            }
            if connection.nextUpdate <= now {
                connection.nextUpdate = now + timing.update
                state = .registered(connection)
                return .update
            }
            if connection.nextPing <= now {
                connection.nextPing = now + timing.ping
                state = .registered(connection)
                return .ping
            }
            return .none
        }

        private func silence(_ connection: Registered) -> Instant? {
            connection.answersPings ? connection.lastHeard + timing.silence : nil
        }

        private mutating func stop(_ reason: WorkerStop) -> OnEnded {
            state = .stopped
            return .stop(reason)
        }
    }
}
