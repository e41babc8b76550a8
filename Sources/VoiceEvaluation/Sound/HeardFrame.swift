/// Where a received frame is from.
package struct HeardFrame: Hashable, Sendable {
    /// The index of the reference.
    package let reference: Int
    /// Where in its samples, at 16 kHz, the frame begins.
    package let position: Int
    /// How loud it is, by its reference: 1 is as loud, 0.18 is 15 decibels less. `nil` where the reference is silent.
    package let gain: Double?

    package init(reference: Int, position: Int, gain: Double?) {
        self.reference = reference
        self.position = position
        self.gain = gain
    }
}
