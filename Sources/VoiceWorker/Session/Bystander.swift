import Audio
import Speech
import Timing

/// Somebody who talks in the room without being the one who is answered: a person in the agent's place or beside it, or a
/// caller who has not the floor. The voice, where utterances begin and end, and the recogniser that writes them down. Lives on
/// the call's loop. The agent neither answers nor yields to them.
final class Bystander {
    /// What the present 20 ms bring.
    enum Change: Hashable, Sendable {
        case none
        /// Speech begins, with this sound.
        case began([Int16])
        case key(Character)
    }

    var identity: String
    var track: String
    let ear: Ear
    /// What the answers are likely to be.
    var vocabulary = "open"
    var voice: CallerVoice
    private var counter: SpeechCounter
    private let longest: Duration
    /// Of the present or last utterance.
    private(set) var turn = 0
    private var began = Instant.origin

    /// - Parameter longest: an utterance is ended by force when it has lasted so long.
    init(
        _ identity: String, track: String, ear: Ear, detection: VoiceDetection, longest: Duration
    ) throws(OpusError) {
        self.identity = identity
        self.track = track
        self.ear = ear
        voice = try CallerVoice(detector: detection.makeDetector())
        counter = SpeechCounter(detection.profile)
        self.longest = longest
    }

    func receive(_ packet: JitterBuffer.Packet, now: Instant) {
        voice.receive(packet, now: now)
    }

    /// The 20 ms that are due go to the recogniser, if they are part of an utterance.
    func listen(now: Instant) -> Change {
        let frame = voice.next(now: now)
        switch counter.step(frame.samples, frame.activity, agentSpeaks: false) {
        case .quiet: break
        case .started(let preRoll):
            turn += 1
            began = now
            ear.begin(turn: turn, vocabulary: vocabulary)
            ear.listen(preRoll, turn: turn)
            return .began(preRoll)
        case .continues, .bargeIn:
            ear.listen(frame.samples, turn: turn)
            if now - began >= longest { finish() }
        case .ended:
            ear.finish(turn: turn)
        }
        return frame.key.map(Change.key) ?? .none
    }

    /// The voice is gone: what was begun is taken as said.
    func finish() {
        guard counter.isSpeaking else { return }
        counter.stop()
        ear.finish(turn: turn)
    }

    /// What was begun is somebody else's to hear.
    func yieldUtterance() {
        guard counter.isSpeaking else { return }
        counter.stop()
        ear.abandon(turn: turn)
    }
}
