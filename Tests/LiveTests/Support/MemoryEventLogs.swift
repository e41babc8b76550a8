import Store

/// Logs of other sizes than usual.
enum MemoryEventLogs {
    /// Keeps 16 events of a session.
    static var short: MemoryEventLog { MemoryEventLog(capacity: 16) }
}
