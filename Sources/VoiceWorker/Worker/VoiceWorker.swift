import AgentDispatch
import Dialogue
import Logging
package import NIOCore
import NIOPosix
import ServiceLifecycle
package import Session
import Timing
import Transport

/// Registers with a LiveKit server and serves the calls it is given, until it is told to shut down.
package actor VoiceWorker: Service {
    let options: VoiceWorkerOptions
    package nonisolated let services: CallServices
    /// Where calls live, one loop after the other.
    let loops: any EventLoopGroup
    nonisolated let loop: any EventLoop
    private nonisolated let executor: any SerialExecutor

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    var registration: WorkerRegistration
    private var isDraining = false
    var socket: WebSocketClient?
    /// Counts the WebSockets, so that events of an abandoned one are ignored.
    var socketNumber = 0
    /// Why the last one ended.
    var lastLoss = "no connection was made"
    private var timer: Scheduled<Void>?

    /// Jobs that were started and have not ended; the call once it exists.
    var jobs: [String: CallSession?] = [:]
    /// The sessions of those jobs.
    var serving: Set<String> = []
    /// Jobs that were ended before there was a call.
    var revoked: Set<String> = []
    /// How long the slowest loop lets a task wait, since the last look.
    var lag = Duration.zero
    var lateness = LagWindow()

    var isShuttingDown = false
    var failure: VoiceWorkerError?
    private var hasStopped = false
    private var stopping: CheckedContinuation<Void, Never>?
    /// Wait until no job is left.
    var idling: [CheckedContinuation<Void, Never>] = []
    private var registering: [CheckedContinuation<Void, Never>] = []
    let logger: Logger

    package init(
        _ options: VoiceWorkerOptions, services: CallServices,
        on loops: any EventLoopGroup = .singletonMultiThreadedEventLoopGroup
    ) {
        self.options = options
        var services = services
        // Without an address there will be no call, so nobody to put out of a room either.
        if services.warden == nil { services.warden = try? ServiceWarden(options) }
        self.services = services
        self.loops = loops
        loop = loops.next()
        executor = loop.executor
        var registration = WorkerOptions()
        registration.agentName = options.agentName
        registration.participantName = options.participantName
        registration.namespace = options.namespace
        registration.deployment = options.deployment
        registration.capacity = options.capacity
        registration.fullLoad = Load.full
        registration.timing = options.timing
        self.registration = WorkerRegistration(registration)
        logger = services.logger
    }

    /// Calls at this moment.
    package var calls: [CallSession] { jobs.values.compactMap { $0 } }

    /// Serves until a graceful shutdown or the task's cancellation; throws when the server cannot be used.
    package func run() async throws {
        try await withTaskCancellationHandler {
            try await withGracefulShutdownHandler {
                try await serve()
            } onGracefulShutdown: {
                Task { await self.drain() }
            }
        } onCancel: {
            Task { await self.abort() }
        }
    }

    private func serve() async throws {
        drive { $0.start(now: $1) }
        let load = measureLoad()
        let phrases = readyPhrases()
        defer {
            load.cancel()
            phrases.cancel()
        }
        if !hasStopped { await withCheckedContinuation { stopping = $0 } }
        await endWithoutServer()
        if let failure { throw failure }
    }

    /// Returns once the server knows this worker; at once when it has stopped.
    package func registered() async {
        guard !registration.isRegistered, !hasStopped else { return }
        await withCheckedContinuation { registering.append($0) }
    }

    // MARK: The registration

    /// The only door to the registration: a change, then everything it wants.
    func drive(_ body: (inout WorkerRegistration, Instant) -> Void) {
        body(&registration, .monotonic())
        guard !isDraining else { return }
        isDraining = true
        defer { isDraining = false }
        while let output = registration.pollOutput() { perform(output) }
        schedule()
    }

    private func perform(_ output: WorkerOutput) {
        switch output {
        case .connect: connect()
        case .send(let bytes): socket?.send(bytes)
        case .disconnect: socket?.close()
        case .registered(let id):
            logger.info("registered", metadata: ["worker": "\(id)", "server": "\(options.server)"])
            wakeRegistering()
        case .startJob(let job): begin(job)
        case .terminateJob(let id): terminate(id)
        case .drained: if isShuttingDown { stopNow() }
        case .stopped(let reason): stopped(reason)
        }
    }

    private func schedule() {
        timer?.cancel()
        timer = nil
        guard let timeout = registration.timeout else { return }
        let wait = max(.zero, timeout - .monotonic())
        timer = loop.scheduleTask(in: .nanoseconds(wait.nanoseconds)) { [weak self] in
            self?.assumeIsolated { worker in worker.drive { $0.handleTimeout(now: $1) } }
        }
    }

    private func wakeRegistering() {
        let waiting = registering
        registering = []
        for one in waiting { one.resume() }
    }

    private func stopped(_ reason: WorkerStop) {
        failure = failure ?? VoiceWorkerError(reason, server: "\(options.server)", reason: lastLoss)
        logger.debug("stopped", metadata: ["unreadable_messages": "\(registration.unreadableMessages)"])
        hasStopped = true
        socket = nil
        wakeRegistering()
        stopping?.resume()
        stopping = nil
    }
}
