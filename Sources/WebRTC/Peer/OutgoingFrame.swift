package import RTP

/// One encoded frame on its way out.
package struct OutgoingFrame: Hashable, Sendable {
    /// An Opus packet.
    package var payload: [UInt8]
    /// Its length in ticks of the 48 kHz clock: 960 for 20 ms.
    package var ticks: UInt32
    package var level: AudioLevel?
    /// The first frame after a silence.
    package var beginsTalkspurt: Bool

    package init(_ payload: [UInt8], ticks: UInt32 = 960, level: AudioLevel? = nil, beginsTalkspurt: Bool = false) {
        self.payload = payload
        self.ticks = ticks
        self.level = level
        self.beginsTalkspurt = beginsTalkspurt
    }
}
