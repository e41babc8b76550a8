import Foundation
import Glibc

/// A server that runs until it is told to end.
///
/// A shell watches over it: it ends the server when the pipe from this process closes, which happens even when this
/// process is killed.
struct ServerProcess: Sendable {
    private let shell: ChildProcess
    /// The end of the pipe that this process holds.
    private let leash: Int32
    /// The server's own process id.
    private let id: pid_t

    /// Waits for a line or the end of standard input, then ends the server. The line "keep" keeps the folder; else nothing
    /// need be saved.
    private static let script = """
        signal=$1; discard=$2; folder=$3; shift 3
        "$@" </dev/null >>"$folder/log" 2>&1 &
        echo $! >"$folder/id.new" && mv "$folder/id.new" "$folder/id"
        read -r word
        [ "$word" = keep ] || signal=$discard
        kill -s "$signal" $! 2>/dev/null
        wait $!
        [ "$word" = keep ] || rm -rf "$folder"
        """

    /// - Parameters:
    ///   - command: the program and its arguments.
    ///   - folder: for the log and the process id.
    ///   - signal: what ends the server when its files stay, such as "INT".
    ///   - discard: what ends it when they do not, such as "QUIT".
    init(_ command: [String], in folder: ServerFolder, endedBy signal: String, discardedBy discard: String) async throws
    {
        let idFile = "\(folder.path)/id"
        try? FileManager.default.removeItem(atPath: idFile)
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw ServerError.failed(program: "pipe", output: "errno \(errno)") }
        _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
        defer { close(ends[0]) }
        leash = ends[1]
        do {
            let shell = ["/bin/sh", "-c", Self.script, "sh", signal, discard, folder.path]
            self.shell = try ChildProcess(shell + command, input: ends[0], output: "/dev/null")
            id = try await Self.processID(in: idFile)
        } catch {
            close(leash)
            throw error
        }
    }

    /// Ends the server and waits until it has. Once only.
    func stop(keepsFolder: Bool) async {
        if keepsFolder { _ = write(leash, "keep\n", 5) }
        close(leash)
        _ = await shell.wait()
    }

    func send(_ signal: Int32) {
        kill(id, signal)
    }

    private static func processID(in file: String) async throws -> pid_t {
        for _ in 0..<6000 {
            if let text = try? String(contentsOfFile: file, encoding: .utf8),
                let id = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))
            {
                return id
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw ServerError.failed(program: "/bin/sh", output: "no process id in \(file)")
    }
}
