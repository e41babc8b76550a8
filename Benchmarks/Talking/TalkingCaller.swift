import Audio
import NIOCore
import RTP
import Room
import Timing

/// A caller who asks, listens to the whole answer, and asks again, until it hangs up.
actor TalkingCaller {
    /// The agent's silence before the next question.
    private static let pause = Duration.milliseconds(900)
    /// An answer that does not come is asked for again.
    private static let patience = Duration.seconds(8)

    nonisolated let loop: any EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.executor.asUnownedSerialExecutor() }

    private let question: [[UInt8]]
    private let silence: [UInt8]
    private var room: LoopbackRoom?
    private var timer: RepeatedTask?
    private var decoder: OpusDecoder
    /// The next packet of the question; `nil` while listening.
    private var position: Int?
    private var askedAt = Instant.monotonic()
    private var lastLoud: Instant?
    private var listener = UnderrunCounter()
    private(set) var questions = 0
    /// From the last packet of each question that was answered to the first sound.
    private(set) var waits: [Duration] = []

    init(_ question: [[UInt8]], on loop: any EventLoop) throws {
        self.question = question
        self.loop = loop
        decoder = try OpusDecoder(rate: PreparedSound.rate)
        var encoder = try OpusEncoder(OpusEncoder.Configuration(rate: PreparedSound.rate))
        silence = try encoder.encode([Int16](repeating: 0, count: AudioFrame.sampleCount(at: PreparedSound.rate)))
    }

    /// What the caller noticed so far.
    var noticed: UnderrunCounter { listener }

    /// Joins, and speaks when somebody has spoken.
    func call(_ invitation: Invitation) async throws {
        let sockets = try await LoopbackRoom.sockets(on: loop)
        let room = LoopbackRoom(invitation, sockets: sockets, speaks: true, on: loop) { [weak self] event in
            self?.assumeIsolated { $0.take(event) }
        }
        self.room = room
        try await room.join()
        timer = loop.scheduleRepeatedTask(initialDelay: .milliseconds(20), delay: .milliseconds(20)) { [weak self] _ in
            self?.assumeIsolated { $0.speak() }
        }
    }

    /// What was noticed so far counts for nothing.
    func begin() {
        listener = UnderrunCounter()
        waits = []
    }

    func hangUp() async {
        timer?.cancel()
        await room?.leave()
        room = nil
    }

    private func speak() {
        guard let room, room.isConnected else { return }
        let now = Instant.monotonic()
        if position == nil, mayAsk(now) {
            position = 0
            questions += 1
        }
        guard let current = position else { return room.say(silence) }
        room.say(question[current])
        askedAt = now
        position = current + 1 < question.count ? current + 1 : nil
    }

    /// The agent has spoken since the last question and is silent, or does not answer. Who was not greeted, or not heard
    /// when the greeting came, speaks first.
    private func mayAsk(_ now: Instant) -> Bool {
        guard let lastLoud else { return now - askedAt >= Self.patience }
        let isAnswered = lastLoud > askedAt || questions == 0
        return now - lastLoud >= Self.pause && (isAnswered || now - askedAt >= Self.patience)
    }

    private func take(_ event: RoomEvent) {
        guard case .audio(_, let packet) = event, let samples = try? decoder.decode(packet.payload),
            LevelMeter.rootMeanSquare(samples) >= 0.005
        else { return }
        let now = Instant.monotonic()
        if position == nil, questions > 0, (lastLoud ?? askedAt) <= askedAt { waits.append(now - askedAt) }
        lastLoud = now
        listener.note(timestamp: packet.timestamp, now: now)
    }
}
