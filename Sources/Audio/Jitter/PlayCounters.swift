/// What an `AudioReceiver` did with the sound it played, counted from its making.
package struct PlayCounters: Hashable, Sendable {
    /// Packets that were not Opus; each was concealed.
    package var corrupt = 0
    /// Lost packets made up from the sound before them.
    package var concealed = 0
    /// Lost packets for which the one after them was there: it carries a copy if the sender has in-band correction on.
    package var recovered = 0
    /// Samples taken out to shorten the delay.
    package var removed = 0
    /// Samples put in to lengthen the delay.
    package var inserted = 0

    package init() {}
}
