/// What a tool answered.
package enum ToolAnswer: Hashable, Sendable, Codable {
    /// Best first; empty when nothing comes near enough to the question.
    case faq([FAQEntry])
    case services([ServiceOffer])
    case inventory(InventoryMatches)
    /// `nil`: nobody has that number.
    case customer(CustomerRecord?)
    /// In order; empty when the day is full or closed.
    case times([TimeOfDay])
    /// The appointment as it is now: booked, moved or cancelled.
    case appointment(Appointment)
    /// Somebody else was faster; the two nearest openings that are left.
    case slotTaken(nearest: [OpenSlot])
    /// The tool could not do its work; the sentence is for logs, not for the caller.
    case failed(String)
}
