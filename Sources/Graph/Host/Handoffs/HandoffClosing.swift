package import Supervision

/// What an operator writes down when a call is over.
package struct HandoffClosing: Hashable, Sendable {
    package let disposition: Disposition
    package let notes: String?
    package let followUps: [String]

    package init(_ disposition: Disposition, notes: String? = nil, followUps: [String] = []) {
        self.disposition = disposition
        self.notes = notes
        self.followUps = followUps
    }
}
