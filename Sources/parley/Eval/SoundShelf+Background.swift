import Audio
import Foundation
import VoiceEvaluation

extension SoundShelf {
    /// The loudness of the callers' recordings, as a part of full scale.
    private static let speech = 0.1

    /// The sound behind a caller's voice, at its volume; none when the call has none.
    func behind(_ call: SpokenPlay) throws(CommandFailure) -> [Int16] {
        guard let background = call.background else { return [] }
        let sound = try recording(background.sound)
        let level = LevelMeter.rootMeanSquare(sound)
        guard level > 0 else { return [] }
        let gain = Self.speech * pow(10, -background.below / 20) / level
        return sound.map { Int16(clamping: Int(Double($0) * gain)) }
    }
}
