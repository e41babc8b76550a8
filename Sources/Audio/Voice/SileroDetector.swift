/// The Silero network applied to one call: 1 KB of recurrent state and 3 KB of samples beside the shared weights.
///
/// Frames of 320 samples are gathered into windows of 512, so that a frame's verdict is that of the latest whole window, at
/// most 32 ms old. Speech begins with `startWindows` windows in a row at or above `startThreshold` and ends with the first
/// below `endThreshold`.
package struct SileroDetector: VoiceActivityDetector {
    package var startThreshold: Float = 0.5
    package var endThreshold: Float = 0.35
    package var startWindows = 2

    private let network: SileroNetwork
    /// The context of 64 samples, then what has come of the next window.
    private var samples: [Float] = []
    /// Output and cell, 128 each.
    private var state: [Float] = []
    private var probability: Float = 0
    private var isSpeech = false
    private var windowsInARow = 0

    package init(_ network: SileroNetwork) {
        self.network = network
        samples.reserveCapacity(SileroNetwork.context + SileroNetwork.window + 320)
        reset()
    }

    package var profile: SpeechProfile { .silero }

    package mutating func detect(_ frame: [Int16]) -> VoiceActivity {
        SileroNetwork.append(frame, to: &samples)
        let size = SileroNetwork.context + SileroNetwork.window
        while samples.count >= size {
            let window = samples.count == size ? samples : Array(samples[..<size])
            decide(network.probability(of: window, state: &state))
            samples.removeFirst(SileroNetwork.window)
        }
        return VoiceActivity(isSpeech: isSpeech, score: probability)
    }

    package mutating func reset() {
        samples.removeAll(keepingCapacity: true)
        samples.append(contentsOf: repeatElement(0, count: SileroNetwork.context))
        state = [Float](repeating: 0, count: 2 * SileroNetwork.width)
        (probability, isSpeech, windowsInARow) = (0, false, 0)
    }

    private mutating func decide(_ latest: Float) {
        probability = latest
        windowsInARow = latest >= startThreshold ? windowsInARow + 1 : 0
        if windowsInARow >= startWindows { isSpeech = true }
        if latest < endThreshold { isSpeech = false }
    }
}
