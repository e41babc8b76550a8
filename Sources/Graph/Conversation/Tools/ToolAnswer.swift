/// What a tool answered.
package enum ToolAnswer: Hashable, Sendable {
    /// Best first.
    case faq([FAQEntry])
    case services([ServiceOffer])
    case vehicles([InventoryItem])
    /// `nil`: nobody has that number.
    case customer(CustomerContext?)
    /// In order; empty when the day is full or closed.
    case times([TimeOfDay])
    case booked(Appointment)
    /// Somebody else was faster.
    case slotTaken
    /// The tool could not do its work; the sentence is for logs, not for the caller.
    case failed(String)
}
