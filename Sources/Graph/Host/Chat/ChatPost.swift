import Synchronization

/// Where a chat's stage reaches its desk, which comes after it.
final class ChatPost: Sendable {
    private struct Seat: Sendable {
        weak var desk: ControlDesk?
    }

    private let seat = Mutex(Seat())

    var desk: ControlDesk? {
        get { seat.withLock { $0.desk } }
        set { seat.withLock { $0.desk = newValue } }
    }
}
