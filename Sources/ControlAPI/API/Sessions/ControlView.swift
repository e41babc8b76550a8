import Document
import Foundation
import Store

/// Who has the say in a session and who listens, as its log tells it.
struct ControlView: Hashable, Sendable {
    /// A supervisor's lease.
    struct Lease: Hashable, Sendable {
        let holder: String
        let name: String?
        let expiry: Date
        let fence: Int?
    }

    /// The number of the last event that was read.
    private(set) var sequence = 0
    private var known: Lease?
    /// Supervisors who are attached, in the order in which they came.
    private(set) var attachments: [Attachment] = []

    /// The types of events that change it.
    static let types: Set = ["lease", "lease_stolen", Attachment.eventType, "lifecycle"]

    /// Reads the next event; earlier ones change nothing.
    mutating func take(_ event: LoggedEvent) {
        guard event.sequence > sequence else { return }
        sequence = event.sequence
        guard Self.types.contains(event.type) else { return }
        let frame = event.frame
        switch event.type {
        case "lease": known = Self.lease(frame)
        case Attachment.eventType: take(frame)
        case "lifecycle" where frame["session"]?["status"] == "ended":
            known = nil
            attachments = []
        default: break
        }
    }

    private mutating func take(_ frame: JSON) {
        guard let attachment = Attachment(frame) else { return }
        let place = attachments.firstIndex { $0.id == attachment.id }
        switch (frame["state"]?.string, place) {
        case ("left", let place?): attachments.remove(at: place)
        case ("left", nil): break
        case (_, let place?): attachments[place] = attachment
        case (_, nil): attachments.append(attachment)
        }
    }

    /// `nil` for an event by which somebody gave it back or lost it.
    private static func lease(_ frame: JSON) -> Lease? {
        let isHeld = ["held", "acquired", "renewed", "stolen"].contains(frame["status"]?.string ?? "held")
        guard isHeld, let holder = frame["holder"]?["id"]?.string ?? frame["holder"]?.string,
            let expiry = frame["expires_at"]?.string.flatMap(Date.init(moment:))
        else { return nil }
        return Lease(
            holder: holder, name: frame["holder"]?["name"]?.string ?? frame["name"]?.string, expiry: expiry,
            fence: frame["fence"]?.int)
    }

    /// The lease, while it lasts.
    func lease(at now: Date) -> Lease? {
        known.flatMap { $0.expiry > now ? $0 : nil }
    }
}

extension ControlView.Lease {
    var json: JSON {
        [
            "holder": .string(holder), "name": name.map(JSON.string) ?? .null, "expires_at": .string(expiry.moment),
            "fence": fence.map(JSON.int) ?? .null,
        ]
    }
}
