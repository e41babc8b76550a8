import Timing

/// What a guest's next description must say, and whether one is on its way.
///
/// With one peer connection only the guest offers, and is asked to; with two, the server offers the one that the guest
/// hears on. Either way one at a time.
struct Negotiation {
    /// A renegotiation was asked for and has not come.
    var awaitsOffer = false
    /// Sections that carried a track once.
    var usedSections: Set<String> = []
    /// Receiving sections that the guest had when it was last asked for more; asking again is in vain until it has others.
    var sectionsWhenAsked: Int?
    /// The number of the server's last offer.
    var offerID: UInt32 = 0
    /// Until when the server's offer must be answered; `nil` when none is outstanding.
    var answerDeadline: Instant?
    /// Something changed since the outstanding offer was made: another one must follow.
    var isStale = false
    /// Sections that the next offer ends, that the outstanding one ends, and that the guest knows to be idle.
    var endingSections: [String] = []
    var endedSections: [String] = []
    var idleSections: [String] = []

    var awaitsAnswer: Bool { answerDeadline != nil }
}
