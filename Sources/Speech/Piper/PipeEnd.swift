import Foundation

/// Our end of a line to a child process. It is closed when the child is started by anybody else, never blocks, and never
/// raises a signal.
struct PipeEnd: Sendable {
    private static let piece = 65_536

    private let handle: FileHandle

    /// A line: our end, and the child's, which is to be closed here when the child has it.
    static func line() throws(SpeechError) -> (ours: PipeEnd, its: FileHandle) {
        var ends: [Int32] = [0, 0]
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw .unavailable("a line to a process") }
        let ours = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        return (PipeEnd(handle: ours), FileHandle(fileDescriptor: ends[1], closeOnDealloc: true))
    }

    /// Waits until one of them can be read, or was closed by the child.
    static func wait(_ ends: [PipeEnd], milliseconds: Int32) {
        var waiting = ends.map { pollfd(fd: $0.handle.fileDescriptor, events: Int16(POLLIN), revents: 0) }
        _ = unsafe poll(&waiting, nfds_t(waiting.count), milliseconds)
    }

    /// What has come; empty when the child has closed its end, `nil` when there is nothing yet.
    func read() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: Self.piece)
        let count = unsafe recv(handle.fileDescriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        if count >= 0 { return Array(buffer[..<count]) }
        return errno == EAGAIN || errno == EINTR ? nil : []
    }

    /// Returns false when the child no longer listens, or has not read far more than a clause.
    func write(_ bytes: [UInt8]) -> Bool {
        let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        return unsafe send(handle.fileDescriptor, bytes, bytes.count, flags) == bytes.count
    }

    func close() {
        shutdown(handle.fileDescriptor, Int32(SHUT_RDWR))
    }
}
