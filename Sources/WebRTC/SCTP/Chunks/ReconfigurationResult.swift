/// How a reconfiguration request ended (RFC 6525, section 4.4).
enum ReconfigurationResult: UInt32 {
    case nothingToDo = 0
    case performed = 1
    case denied = 2
    case wrongStream = 3
    case alreadyInProgress = 4
    case badSequenceNumber = 5
    case inProgress = 6
}
