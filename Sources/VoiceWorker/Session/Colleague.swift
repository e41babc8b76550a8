import Audio
import Speech
import Timing

/// A person who talks in the agent's place, or beside it: the voice, where utterances begin and end, and the recogniser that
/// writes them down. Lives on the call's loop. The agent neither answers nor yields to them.
final class Colleague {
    let attachment: String
    let identity: String
    let track: String
    let ear: Ear
    private var voice: CallerVoice
    private var counter: SpeechCounter
    private let longest: Duration
    /// Of the present or last utterance.
    private(set) var turn = 0
    private var began = Instant.origin

    /// - Parameters:
    ///   - attendant: with a track.
    ///   - longest: an utterance is ended by force when it has lasted so long.
    init(
        _ attendant: Attendance.Attendant, track: String, ear: Ear, detection: VoiceDetection, longest: Duration
    ) throws(OpusError) {
        attachment = attendant.attachment
        identity = attendant.identity
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
    func listen(now: Instant) {
        let frame = voice.next(now: now)
        switch counter.step(frame.samples, frame.activity, agentSpeaks: false) {
        case .quiet: break
        case .started(let preRoll):
            turn += 1
            began = now
            ear.begin(turn: turn, vocabulary: "open")
            ear.listen(preRoll, turn: turn)
        case .continues, .bargeIn:
            ear.listen(frame.samples, turn: turn)
            if now - began >= longest { finish() }
        case .ended:
            ear.finish(turn: turn)
        }
    }

    /// The voice is gone: what was begun is taken as said.
    func finish() {
        guard counter.isSpeaking else { return }
        counter.stop()
        ear.finish(turn: turn)
    }
}
