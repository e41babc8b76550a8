/// What share of packets an encoder should expect to lose, from the receiver's reports: up at once, down slowly.
///
/// A loss that is not prepared for is heard; bits for copies that nobody needs are not. A report counts in full when it is
/// worse than the estimate, and for a fifth when it is better.
package struct LossEstimate: Hashable, Sendable {
    private static let recovery = 0.2
    /// More than this is a broken path, which copies do not mend.
    private static let most = 0.3
    /// Percent by which the estimate must have moved before the encoder is told.
    private static let step = 2

    /// 0 to 1.
    package private(set) var share = 0.0
    /// What the encoder was told last.
    package private(set) var percent = 0

    package init() {}

    /// - Parameter fraction: lost since the last report, 0 to 1; what is outside counts as the nearest.
    /// - Returns: percent to tell the encoder, if they changed enough.
    package mutating func note(_ fraction: Double) -> Int? {
        let reported = min(max(0, fraction), Self.most)
        share = reported > share ? reported : share + (reported - share) * Self.recovery
        let rounded = Int((share * 100).rounded())
        guard abs(rounded - percent) >= Self.step || (rounded == 0 && percent > 0) else { return nil }
        percent = rounded
        return rounded
    }
}
