import Glibc

/// The volume of a voice, changed along straight lines so that no step is heard.
package struct Fader: Hashable, Sendable {
    /// The factor of the latest sample: 0 is silence, 1 leaves the sound as it is.
    package private(set) var gain: Float = 1
    private var target: Float = 1
    /// Samples until `gain` is there.
    private var left = 0

    package init() {}

    /// Sound passes through unchanged.
    package var isOpen: Bool { gain == 1 && left == 0 }

    /// The factor for so many decibels.
    package static func factor(decibels: Float) -> Float { expf(decibels * logf(10) / 20) }

    /// From the present gain to `target` within `samples` samples; at once when there are none.
    package mutating func fade(to target: Float, within samples: Int) {
        self.target = min(1, max(0, target))
        left = max(0, samples)
        if left == 0 { gain = self.target }
    }

    package mutating func apply(to samples: inout [Int16]) {
        guard !isOpen else { return }
        for index in samples.indices {
            if left > 0 { advance() }
            samples[index] = Int16((Float(samples[index]) * gain).rounded())
        }
    }

    private mutating func advance() {
        gain += (target - gain) / Float(left)
        left -= 1
        if left == 0 { gain = target }
    }
}
