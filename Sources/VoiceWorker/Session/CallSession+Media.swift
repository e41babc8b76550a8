import Audio
import Client
import Dialogue
import Logging
import NIOCore
import Peer
import Timing

/// Every 20 ms: one frame in, one frame out, and whatever wait is over. A wait that ends between two frames ends then, so
/// that what it brings can be in the next one.
extension CallSession {
    /// Waits are not looked at more often.
    private static let shortestWait = Duration.milliseconds(1)

    func scheduleTick() {
        guard let next = pacer?.next else { return }
        let now = Instant.monotonic()
        let timeout = dialogue.timeout.map { max($0, now + Self.shortestWait) } ?? next
        let wait = max(.zero, min(next, timeout) - now)
        _ = loop.scheduleTask(in: .nanoseconds(wait.nanoseconds)) {
            self.assumeIsolated { $0.tick() }
        }
    }

    private func tick() {
        guard !isOver, var due = pacer?.due(now: .monotonic()) else { return }
        if due.skipped > 0 { skip(due.skipped) }
        while due.frames > 0, !isOver {
            due.frames -= 1
            let now = Instant.monotonic()
            listenToCaller(now: now)
            play(now: now)
            if let callerSound { record(caller: callerSound) }
            callerSound = nil
        }
        endWaits(now: .monotonic())
        if agentVoice.hasRoom { wakeWriters() }
        if !isOver { scheduleTick() }
    }

    private func skip(_ frames: Int) {
        agentVoice.rest(frames: frames)
        logger.warning("the event loop was late", metadata: ["frames_lost": "\(frames)"])
    }

    private func listenToCaller(now: Instant) {
        listenToColleagues(now: now)
        guard isWelcomed, !isLineLost else { return }
        listenToOthers(now: now)
        let frame = callerVoice.next(now: now)
        if let key = frame.key { press(key, isHeard: true, now: now) }
        tell(.frame(frame.samples, frame.activity), now: now)
        callerSound = frame.samples
    }

    /// While the line is lost nothing is played, so that nothing is lost.
    private func play(now: Instant) {
        guard let connection, connection.isConnected, !isLineLost else { return agentVoice.rest(frames: 1) }
        let step = agentVoice.step()
        callerVoice.played(agentVoice.sound, rate: agentVoice.playout.rate)
        if let packet = step.packet { connection.send(packet, track: track, after: step.gap) }
        guard let played = step.played else { return }
        let duration = AudioFrame.duration(of: played.played, rate: agentVoice.playout.rate)
        tell(.played(utterance: played.utterance, duration: duration), now: now)
        showProgress()
        if played.endsUtterance { tell(.drained(utterance: played.utterance), now: now) }
    }

    private func endWaits(now: Instant) {
        watchLine(now: now)
        watchSynthesis(now: now)
        welcome(now: now)
        if let timeout = dialogue.timeout, timeout <= now { perform(dialogue.handleTimeout(now: now)) }
        guard let connectedAt, watch.identity == nil, now >= connectedAt + services.timings.callerDeadline else {
            return
        }
        logger.warning("no caller came")
        end(.ended(reason: "no_caller"))
    }

    /// Connected, and somebody is subscribed to the agent's voice, or has had the time to be.
    private func canBeHeard(now: Instant) -> Bool {
        guard let connectedAt, connection?.isConnected == true else { return false }
        return isHeard || now >= connectedAt + services.timings.subscription
    }

    private func watchLine(now: Instant) {
        guard isLineLost == canBeHeard(now: now), isWelcomed || isLineLost else { return }
        isLineLost.toggle()
        tell(isLineLost ? .lineLost : .lineRestored, now: now)
        guard isLineLost else { return logger.info("connected again") }
        callerVoice.reset()
    }

    /// The greeting waits until it can be heard.
    private func welcome(now: Instant) {
        guard callerIsHere, !isWelcomed, canBeHeard(now: now) else { return }
        isWelcomed = true
        tell(.callerJoined(greeting: nil), now: now)
        announceRecording(now: now)
    }
}
