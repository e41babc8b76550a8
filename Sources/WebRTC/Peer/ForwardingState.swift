import RTP

/// Maps the numbering of forwarded packets onto one continuous outgoing stream.
///
/// Sequence numbers keep the gaps and the order of the source; when the source changes (another SSRC), the new one
/// continues right after the old: the next number, and a timestamp one frame later.
struct ForwardingState {
    private var source: UInt32?
    private var sequenceOffset: UInt16 = 0
    private var timestampOffset: UInt32 = 0
    private var highestSequence: UInt16
    private var highestTimestamp: UInt32

    /// One 20 ms frame at the 48 kHz clock of Opus.
    private static let frame: UInt32 = 960

    init(sequence: UInt16 = 0, timestamp: UInt32 = 0) {
        highestSequence = sequence
        highestTimestamp = timestamp
    }

    /// The outgoing numbers for a packet of the source.
    mutating func map(ssrc: UInt32, sequence: UInt16, timestamp: UInt32) -> (sequence: UInt16, timestamp: UInt32) {
        if source != ssrc {
            source = ssrc
            sequenceOffset = highestSequence &+ 1 &- sequence
            timestampOffset = highestTimestamp &+ Self.frame &- timestamp
        }
        let mapped = (sequence &+ sequenceOffset, timestamp &+ timestampOffset)
        if Int16(bitPattern: mapped.0 &- highestSequence) > 0 {
            highestSequence = mapped.0
            highestTimestamp = mapped.1
        }
        return mapped
    }

    /// A packet of the source is left out: the next one takes its number, so that nobody misses it. Its time passes.
    mutating func leaveOut(ssrc: UInt32) {
        if source == ssrc { sequenceOffset &-= 1 }
    }
}
