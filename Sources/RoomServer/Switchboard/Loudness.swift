import RTP
import Timing

/// How loud a publisher is, from the levels in its packets (RFC 6464), and whether that counts as speaking.
struct Loudness {
    /// Louder than −35 dBov counts; a level is the number of decibels below full scale.
    private static let threshold: UInt8 = 35
    /// The share of a window's packets that must be loud.
    private static let share = 0.4

    private var loud = 0
    private var total = 0
    private var loudest: UInt8 = 127
    private(set) var isActive = false
    /// 0 to 1, in steps of an eighth.
    private(set) var level: Float = 0

    mutating func note(_ decibelsBelowFull: UInt8) {
        total += 1
        if decibelsBelowFull <= Self.threshold { loud += 1 }
        loudest = min(loudest, decibelsBelowFull)
    }

    /// Ends a window. Whether what speakers are told has changed.
    mutating func endWindow() -> Bool {
        let speaks = total > 0 && Double(loud) >= Double(total) * Self.share
        let exact = speaks ? 1 - Float(min(loudest, 127)) / 127 : 0
        let quantised = speaks ? max(0.125, (exact * 8).rounded() / 8) : 0
        let changed = speaks != isActive || quantised != level
        (isActive, level) = (speaks, quantised)
        (loud, total, loudest) = (0, 0, 127)
        return changed
    }
}
