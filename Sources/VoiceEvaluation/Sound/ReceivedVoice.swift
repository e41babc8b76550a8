import Audio
package import Timing

/// The agent's voice as it arrived, 20 ms by 20 ms, at 16 kHz.
package struct ReceivedVoice: Hashable, Sendable {
    package static let rate = 16_000
    /// Samples of a frame.
    package static let frame = AudioFrame.sampleCount(at: rate)
    /// From this loudness on, a frame is sound: −40 decibels of full scale.
    package static let loud = 0.01
    /// Ticks of 48 kHz between two frames without a gap.
    static let ticks: UInt32 = 960

    package struct Frame: Hashable, Sendable {
        package let arrival: Instant
        /// Of the packet, in ticks of 48 kHz.
        package let timestamp: UInt32
        /// Root mean square, as a part of full scale.
        package let level: Double

        package var isLoud: Bool { level >= ReceivedVoice.loud }
    }

    package private(set) var frames: [Frame] = []
    /// `frame` samples for each of `frames`.
    package private(set) var samples: [Int16] = []

    package init() {}

    /// A packet's sound; of another length than a frame it is cut or filled up.
    package mutating func append(_ sound: [Int16], timestamp: UInt32, arrival: Instant) {
        let part = sound.prefix(Self.frame)
        frames.append(Frame(arrival: arrival, timestamp: timestamp, level: LevelMeter.rootMeanSquare(Array(part))))
        samples += part
        samples += [Int16](repeating: 0, count: Self.frame - part.count)
    }

    /// Whether a frame follows the one before without a gap.
    func continues(at index: Int) -> Bool {
        index > 0 && frames[index].timestamp &- frames[index - 1].timestamp == Self.ticks
    }

    /// When the agent first sounds after `instant`; `nil` when it does not.
    package func firstSound(after instant: Instant) -> Instant? {
        frames.first { $0.isLoud && $0.arrival > instant }?.arrival
    }

    /// Whether the agent was sounding at `instant`: a loud frame in the 300 ms before.
    package func isSounding(at instant: Instant) -> Bool {
        frames.contains { $0.isLoud && $0.arrival <= instant && instant - $0.arrival < .milliseconds(300) }
    }

    /// The frames that arrived in a span of time.
    package func indices(from: Instant, to: Instant) -> Range<Int> {
        let first = frames.firstIndex { $0.arrival >= from } ?? frames.count
        let last = frames[first...].firstIndex { $0.arrival >= to } ?? frames.count
        return first..<last
    }
}
