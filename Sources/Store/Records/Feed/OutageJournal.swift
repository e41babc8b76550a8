import Document
import Foundation
import Glibc
import Synchronization

/// A file in which the events that wait for a server outlive their process: one JSON object a line.
///
/// Each process has a file of its own and keeps it locked; one that is not locked was left by a process that ended, and
/// the next to start takes it over. A file that cannot be written costs that safety, and nothing else.
final class OutageJournal: Sendable {
    /// The longest file that is read, in bytes.
    private static let limit = 256 * 1024 * 1024
    private static let suffix = ".wal"

    private let path: String
    private let file: Mutex<FileHandle?>

    /// - Parameter name: Of the process; no other has it.
    init(folder: String, name: String) {
        let safe = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(100))
        path = "\(folder)/events-\(safe)\(Self.suffix)"
        file = Mutex(nil)
    }

    /// Writes an event behind the others.
    func write(_ entry: StreamEntry) {
        var line = entry.line.data
        line.append(UInt8(ascii: "\n"))
        let bytes = line
        file.withLock { file in
            if file == nil { file = Self.opened(path) }
            try? file?.write(contentsOf: bytes)
        }
    }

    /// Everything that was written has reached the server.
    func clear() {
        file.withLock { file in
            guard file != nil else { return }
            unlink(path)
            try? file?.close()
            file = nil
        }
    }

    /// What processes left that have ended, oldest file first; the files are this process's to write anew.
    func inherit() -> [StreamEntry] {
        let folder = (path as NSString).deletingLastPathComponent
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var found: [StreamEntry] = []
        for name in names.sorted() where name.hasPrefix("events-") && name.hasSuffix(Self.suffix) {
            let left = "\(folder)/\(name)"
            guard left != path, let file = Self.opened(left) else { continue }
            try? file.seek(toOffset: 0)
            let bytes = (try? file.read(upToCount: Self.limit)) ?? Data()
            let entries = bytes.split(separator: UInt8(ascii: "\n")).compactMap { StreamEntry(line: Data($0)) }
            for entry in entries { write(entry) }
            found += entries
            unlink(left)
            try? file.close()
        }
        return found
    }

    /// At its end; `nil` when it cannot be opened, or another process has it.
    private static func opened(_ path: String) -> FileHandle? {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_APPEND, 0o600)
        guard descriptor >= 0 else { return nil }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        return flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? file : nil
    }
}

extension StreamEntry {
    /// As the journal has it.
    fileprivate var line: JSON {
        [
            "token": .string(token), "session": .string(event.sessionID), "sequence": .int(event.sequence),
            "at": .int(event.at.inMilliseconds), "type": .string(event.type),
            "documented": .bool(event.isDocumented), "text": .string(event.text),
        ]
    }

    /// `nil` for a line that was not written whole.
    fileprivate init?(line: Data) {
        guard let text = String(validating: line, as: UTF8.self), let json = try? JSON(parsing: text),
            let token = json["token"]?.string, let session = json["session"]?.string,
            let sequence = json["sequence"]?.int, let at = json["at"]?.int, let type = json["type"]?.string,
            let frame = json["text"]?.string
        else { return nil }
        self.init(
            LoggedEvent(
                sequence: sequence, at: Date(milliseconds: at), sessionID: session, type: type,
                isDocumented: json["documented"]?.bool ?? false, text: frame), token: token)
    }
}
