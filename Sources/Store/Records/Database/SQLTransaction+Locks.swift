import Conversation
import SQL

/// What writers of the same thing wait for one after the other.
enum WriteLock: Hashable, Sendable {
    /// The time of a day that can be given away.
    case day(Day)
    /// A tool call.
    case call(String)
    /// What a fresh database is filled with.
    case seed
    /// Who may administer a workspace.
    case users(String)
    /// The end of a workspace's audit.
    case audit(String)

    /// The same in every process: lock numbers are shared by whoever uses the database.
    fileprivate var number: Int {
        switch self {
        case .seed: 0x50A1_0000_0000_0000
        case .day(let day): 0x50A2_0000_0000_0000 + day.number
        case .call(let id): 0x50A3_0000_0000_0000 | Self.digits(of: id)
        case .users(let workspace): 0x50A4_0000_0000_0000 | Self.digits(of: workspace)
        case .audit(let workspace): 0x50A5_0000_0000_0000 | Self.digits(of: workspace)
        }
    }

    private static func digits(of name: String) -> Int { Checksum.of(Array(name.utf8)) & 0xFFFF_FFFF_FFFF }
}

extension SQLTransaction {
    /// Waits for every other transaction that holds one of the locks, and holds them to its end.
    ///
    /// To be called before anything else: what is read after it is what those others committed. In SQLite a writer is
    /// alone anyway. In PostgreSQL each statement sees what was committed before it began; the locks, taken in one order
    /// everywhere, are what keeps writers apart.
    func lock(_ locks: Set<WriteLock>) throws {
        guard dialect == .postgresql else { return }
        try script("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
        for number in locks.map(\.number).sorted() { _ = try query("SELECT pg_advisory_xact_lock(?)", [number]) }
    }
}
