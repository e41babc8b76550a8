import Peer

extension Redundancy {
    /// What `PARLEY_REDUNDANCY` says: with every packet 1 or 2 earlier ones travel again, where the server takes them.
    init(_ environment: [String: String]) {
        let wanted = environment.value("PARLEY_REDUNDANCY").flatMap { Int($0) } ?? 0
        self.init(sends: min(max(wanted, 0), 2))
    }
}
