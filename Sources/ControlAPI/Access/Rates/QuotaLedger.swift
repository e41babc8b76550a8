package import FoundationEssentials

/// Who has how many of what, as leases: what is neither renewed nor given back ends by itself.
package protocol QuotaLedger: Sendable {
    /// Takes a place, or renews the one of that id; `false` when all are taken.
    /// - Parameters:
    ///   - holder: an address or a principal's id.
    ///   - id: what the place is for: a session's or a connection's id.
    func take(_ quota: Quota, by holder: String, for id: String, now: Date) async -> Bool

    /// Gives a place back; without it nothing happens.
    func giveBack(_ quota: Quota, by holder: String, for id: String) async
}
