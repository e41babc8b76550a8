/// A piece of mono sound: signed 16-bit samples at `rate` samples a second. Between the parts of a call it lasts 20 ms.
package struct AudioFrame: Hashable, Sendable {
    /// How long a frame lasts everywhere in a call.
    package static let duration = Duration.milliseconds(20)

    package var samples: [Int16]
    /// Samples a second.
    package var rate: Int

    package init(samples: [Int16], rate: Int) {
        self.samples = samples
        self.rate = rate
    }

    /// How many samples a 20 ms frame has at `rate`: 320 at 16 kHz, 960 at 48 kHz.
    package static func sampleCount(at rate: Int) -> Int { rate / 50 }

    /// A frame of digital silence.
    package static func silence(rate: Int) -> AudioFrame {
        AudioFrame(samples: [Int16](repeating: 0, count: sampleCount(at: rate)), rate: rate)
    }

    /// How long `samples` last.
    package var duration: Duration { Self.duration(of: samples.count, rate: rate) }

    /// How long `count` samples last at `rate`.
    package static func duration(of count: Int, rate: Int) -> Duration {
        .nanoseconds(Int64(count) * 1_000_000_000 / Int64(rate))
    }
}
