import Audio
import Peer
import RTP

/// Turns frames of the caller's voice, and the silence between them, into packets.
struct Microphone: ~Copyable {
    private static let silence = [Int16](repeating: 0, count: AudioFrame.sampleCount(at: ScriptLine.rate))

    private var encoder: OpusEncoder
    private var wasSilent = true

    init() throws(OpusError) {
        encoder = try OpusEncoder(OpusEncoder.Configuration(rate: ScriptLine.rate))
    }

    /// - Parameter samples: 20 ms at `ScriptLine.rate`; `nil` is silence.
    mutating func frame(_ samples: [Int16]?) -> OutgoingFrame {
        let sound = samples ?? Self.silence
        let isVoice = samples != nil
        defer { wasSilent = !isVoice }
        let level = AudioLevel(measuring: sound, hasVoice: isVoice)
        // A frame of the right size is always encoded; an empty packet would be the loss of 20 ms.
        let payload = (try? encoder.encode(sound)) ?? []
        return OutgoingFrame(payload, level: level, beginsTalkspurt: isVoice && wasSilent)
    }
}
