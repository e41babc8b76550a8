import Foundation

/// Standard output and standard error, a line at a time.
enum Console {
    /// For programs to read: written at once, whole.
    static func print(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    /// For people to read.
    static func complain(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
